import { serve as listen } from '@hono/node-server';
import { parseArgs } from 'node:util';
import { createSandbox } from './create-sandbox.ts';
import { isWebAddress } from './settings.ts';

export const HELP = `instead-sandbox: the Instead service, pretended (모의 결제)

  --port <number>        where to listen (4000)
  --hook-url <address>   where notices go: your shop's hook route
  --expose-to-network    listen on every interface, and answer to any host name. Anybody who reaches it can "pay"
  --help
`;

export interface CommandOptions {
  port: number;
  hookUrl: string;
  exposeToNetwork: boolean;
}

/** Reads the command line. A sentence: what is wrong with it; `'help'`: it asks for help. */
export function readCommandLine(args: string[]): CommandOptions | { problem: string } | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4000' },
        'hook-url': { type: 'string', default: '' },
        'expose-to-network': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return { problem: `--port must be a number up to 65535, not ${values.port}.` };
    const hookUrl = values['hook-url'];
    if (hookUrl && !isWebAddress(hookUrl)) return { problem: `--hook-url must be an http(s) address, not ${hookUrl}.` };
    return { port, hookUrl, exposeToNetwork: values['expose-to-network'] };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** Starts the service: on loopback alone, unless told otherwise. Rejects if the port is taken. */
export function serve({ port, hookUrl, exposeToNetwork }: CommandOptions): Promise<{ origin: string; close(): void }> {
  const sandbox = createSandbox({ hookUrl, exposeToNetwork });
  const hostname = exposeToNetwork ? '0.0.0.0' : '127.0.0.1';
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: sandbox.fetch, port, hostname }, (address) =>
      resolve({
        origin: `http://${exposeToNetwork ? 'localhost' : hostname}:${address.port}`,
        close: () => server.close(),
      }),
    );
    server.on('error', reject);
  });
}

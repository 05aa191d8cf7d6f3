import { serve as listen } from '@hono/node-server';
import { parseArgs } from 'node:util';
import { createEmulator } from './create-emulator.ts';
import { isWebAddress } from './settings.ts';

export const HELP = `instead-emulator: a local emulator of the Instead service (모의 결제)

  --port <number>          port to listen on (default: 4000)
  --host <address>         address to listen on (default: 127.0.0.1). With another address, anybody who can reach it can "pay"
  --webhook-url <url>      URL of the shop's webhook route, called when a payment changes (default: none)
  --help                   print this help
`;

export interface CommandOptions {
  port: number;
  host: string;
  webhookUrl: string;
}

/** Parses the command line. Returns the options, `'help'`, or an error message as `problem`. */
export function readCommandLine(args: string[]): CommandOptions | { problem: string } | 'help' {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4000' },
        host: { type: 'string', default: '127.0.0.1' },
        'webhook-url': { type: 'string', default: '' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!/^\d+$/.test(values.port) || port > 65_535)
      return { problem: `--port must be an integer from 0 to 65535, not ${values.port}.` };
    const webhookUrl = values['webhook-url'];
    if (webhookUrl && !isWebAddress(webhookUrl))
      return { problem: `--webhook-url must be an http(s) URL, not ${webhookUrl}.` };
    return { port, host: values.host, webhookUrl };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

/** Starts the emulator. Rejects if the port is in use, or the host is not an address of this machine. */
export function serve({ port, host, webhookUrl }: CommandOptions): Promise<{ origin: string; close(): void }> {
  const isLoopback = ['127.0.0.1', '::1', 'localhost'].includes(host);
  const emulator = createEmulator({ webhookUrl, allowRemoteAccess: !isLoopback });
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: emulator.fetch, port, hostname: host }, (address) =>
      resolve({
        origin: `http://${originHost(host)}:${address.port}`,
        close: () => server.close(),
      }),
    );
    server.on('error', reject);
  });
}

/** Returns the host name under which a browser on this machine can open the emulator. */
function originHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

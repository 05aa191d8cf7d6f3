import { serve as listen } from '@hono/node-server';
import type { CommandOptions } from './command-line.ts';
import { createEmulator, type Emulator } from './create-emulator.ts';
import { createFileStorage } from './file-storage.ts';
import { lockFile } from './lock-file.ts';
import type { EmulatorStorage } from './saved-data.ts';

/** Starts the emulator. Rejects if the port is in use, the host is not an address of this machine, or the data file is unusable. */
export function serve(options: CommandOptions): Promise<{ origin: string; close(): void }> {
  const { port, host, webhookUrl, siteUrl, language, data } = options;
  let unlock = () => {};
  const start = () => {
    if (data !== undefined) unlock = explain(data, () => lockFile(data));
    return createEmulator({
      ...{ webhookUrl, siteUrl, language },
      allowRemoteAccess: !['127.0.0.1', '::1', 'localhost'].includes(host),
      storage: data === undefined ? undefined : openStorage(data),
    });
  };
  return new Promise((resolve, reject) => {
    let emulator: Emulator;
    const server = listen({ fetch: (request) => emulator.fetch(request), port, hostname: host }, (address) => {
      try {
        // Not before: if another emulator has the port, it may have the data file as well.
        emulator = start();
        resolve({ origin: `http://${originHost(host)}:${address.port}`, close });
      } catch (error) {
        close();
        reject(new Error((error as Error).message, { cause: error }));
      }
    });
    server.on('error', reject);
    function close(): void {
      server.close();
      unlock();
    }
  });
}

function openStorage(path: string): EmulatorStorage {
  const { read, write } = createFileStorage(path);
  return { read: () => explain(path, read), write: (text) => explain(path, () => write(text)) };
}

/** Throws an error that names the option, if the file cannot be locked, read or written. */
function explain<Result>(path: string, use: () => Result): Result {
  try {
    return use();
  } catch (error) {
    throw new Error(`--data ${path} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

/** Returns the host name under which a browser on this machine can open the emulator. */
function originHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

import { closeDatabase } from '@/db/database';
import { endStreams } from './event-stream';
import { getServer } from './watch-requests';
import { stopWorker } from './worker';

const LONGEST_MS = 9000;
// Ctrl-C reaches this process twice: from the terminal, and from the command that has started it.
const SAME_SIGNAL_MS = 250;

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends the process on a signal: closes the open pages' streams, which reconnect elsewhere, finishes the requests and jobs
 * in progress, and closes the database, all within ten seconds. A second signal ends it at once.
 */
export function shutDownOnSignal(): void {
  let since: number | null = null;
  for (const [signal, code] of Object.entries(signals)) {
    // Next's own handler waits for every request, and an open page's stream is one that never ends.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      if (since !== null) {
        if (Date.now() - since > SAME_SIGNAL_MS) process.exit(code);
        return;
      }
      since = Date.now();
      setTimeout(() => process.exit(code), LONGEST_MS);
      void end().then(
        () => process.exit(code),
        (error: unknown) => {
          console.error('The shop did not end cleanly', error);
          process.exit(code);
        },
      );
    });
  }
}

async function end(): Promise<void> {
  endStreams();
  await Promise.all([closeServer(), stopWorker()]);
  await closeDatabase();
}

async function closeServer(): Promise<void> {
  const server = getServer();
  if (!server) return;
  // A browser keeps its connection open after a response, and would keep the server open with it.
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  await new Promise((resolve) => server.close(resolve));
  clearInterval(idle);
}

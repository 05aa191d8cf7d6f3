import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createEmulator } from 'react-instead-pay/emulator';
import type { Answer, What, MessageStep } from '../failure-table.ts';

const PLACES: Partial<Record<string, Exclude<What, 'message'>>> = {
  '/instead-1.0.1.js': 'script',
  '/api/token': 'token',
  '/api/session': 'session',
  '/api/pay': 'popup',
  '/order': 'order',
};
const LATE = 300;
/** Readable by a page of any origin. */
const OPEN = { 'access-control-allow-origin': '*' };

export interface ActiveFault {
  answer: Answer;
  /** How often it happens. */
  times?: number | undefined;
}
export type Faults = Partial<Record<What, ActiveFault>>;

interface CellState {
  faults: Faults;
  held: (() => void)[];
  isReleased: boolean;
  popupRequestedAt?: number;
}

/** The emulator, once for each cell: each has its own path and faults. */
export async function openFailingService() {
  const emulator = createEmulator({ language: 'ko' });
  const cells = new Map<string, CellState>();
  let count = 0;
  const passOn = getRequestListener(emulator.fetch);

  const server = createServer((incoming, outgoing) => {
    const { pathname, search } = new URL(incoming.url ?? '/', 'http://service');
    const [, name = '', rest = ''] = /^\/(cell-\d+|well)(\/.*)$/.exec(pathname) ?? [];
    const cell = cells.get(name);
    const place = PLACES[rest];
    const right = () => {
      incoming.url = (rest || pathname) + search;
      if (rest === '/order') respondWithOrder(outgoing);
      else if (rest === '/page') respond(outgoing, 200, '<!doctype html><p>Somewhere else', 'text/html');
      else if (rest === '/away') respond(outgoing, 200, postMessages([success, { does: 'closes' }], ''), 'text/html');
      else void passOn(incoming, outgoing);
    };
    if (cell && place === 'popup') cell.popupRequestedAt = Date.now();
    const fault =
      place && cell && (place === 'popup' ? (cell.faults.message ?? cell.faults.popup) : cell.faults[place]);
    if (!fault || incoming.method === 'OPTIONS') return right();
    if (fault.times !== undefined && fault.times-- <= 0) return right();

    const { answer } = fault;
    switch (answer.type) {
      case 'held':
        return cell.isReleased ? right() : void cell.held.push(right);
      case 'late':
        return void setTimeout(right, LATE);
      case 'cut':
        return void incoming.socket.resetAndDestroy();
      case 'torn':
        outgoing.writeHead(200, { ...OPEN, 'content-length': 1_000, 'content-type': 'text/html' });
        return void outgoing.write('{"session_id": "abc', () => incoming.socket.resetAndDestroy());
      case 'given':
        return respond(outgoing, answer.status, answer.body, answer.mime);
      case 'redirect':
        return redirect(
          outgoing,
          answer.to === 'there' ? 307 : 302,
          {
            there: `${origin}/well${rest}${search}`,
            page: `${origin}/well/page`,
            otherOrigin: `${otherOrigin}/well/page`,
          }[answer.to],
        );
      case 'unshared':
        removeCorsHeaders(outgoing);
        return right();
      case 'posts':
        return respond(outgoing, 200, postMessages(answer.messages, `${otherOrigin}/well/away`), 'text/html');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [origin, otherOrigin] = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];

  return {
    openCell(faults: Faults) {
      const name = `cell-${++count}`;
      const cell: CellState = { faults, held: [], isReleased: false };
      cells.set(name, cell);
      return {
        base: `${origin}/${name}`,
        /** Ends every fault of the cell. */
        recover: () => void (cell.faults = {}),
        /** Releases the answers that are held, and those to requests that are still on their way. */
        release() {
          cell.isReleased = true;
          cell.held.splice(0).forEach((answer) => answer());
        },
        popupRequestedAt: () => cell.popupRequestedAt ?? Infinity,
      };
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export type FailingService = Awaited<ReturnType<typeof openFailingService>>;
export type FailingCell = ReturnType<FailingService['openCell']>;

const success: MessageStep = { post: { result: 'success', method: 'kakao' } };

function respond(outgoing: ServerResponse, status: number, body = '', mime = 'text/plain'): void {
  outgoing.writeHead(status, { ...OPEN, 'content-type': `${mime}; charset=utf-8` });
  outgoing.end(body);
}

function redirect(outgoing: ServerResponse, status: number, location: string): void {
  outgoing.writeHead(status, { ...OPEN, location });
  outgoing.end();
}

const respondWithOrder = (outgoing: ServerResponse) =>
  respond(
    outgoing,
    200,
    JSON.stringify({
      name: '김스테드',
      merchantUid: 'order-1',
      itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
      payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
      totalAmt: 3000,
    }),
    'application/json',
  );

/** Removes the headers that let a page of another origin read the answer. */
function removeCorsHeaders(outgoing: ServerResponse): void {
  const { writeHead } = outgoing;
  outgoing.writeHead = function (this: ServerResponse, status: number, headers: Record<string, string>) {
    const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'access-control-allow-origin');
    return writeHead.call(this, status, Object.fromEntries(kept));
  } as typeof writeHead;
}

/**
 * A page that posts these messages to the shop. Like the real one it posts `closed` when it unloads, unless it closes or
 * navigates by itself.
 */
const postMessages = (
  messages: readonly MessageStep[],
  away: string,
): string => `<!doctype html><meta charset="utf-8"><title>Instead</title>
<script>
let isQuiet = false;
const post = (message) => window.opener?.postMessage(message, '*');
addEventListener('beforeunload', () => isQuiet || post({ result: 'closed' }));
(async () => {
  for (const message of ${JSON.stringify(messages)}) {
    if ('pause' in message) await new Promise((resolve) => setTimeout(resolve, message.pause));
    else if ('post' in message) post(message.post);
    else {
      isQuiet = true;
      if (message.does === 'closes') window.close();
      else location.replace(${JSON.stringify(away)});
    }
  }
})();
</script>`;

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ratio } from './labels.js';
import { median, takeTurns } from './statistics.js';

const ROUNDS = 7;
const REQUESTS = 20_000;
const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

// Each handler in its own process, with a shop in memory: what is left is the handler's own work.
const handlers = {
  'createWebhookHandler, paid': `
    const { createWebhookHandler } = await import('react-instead-pay/server');
    const order = { totalAmt: 3000 };
    const done = async () => {};
    const { GET } = createWebhookHandler({
      findOrder: async () => order,
      lookupPayment: async ({ merchantUid }) => ({ status: 'paid', amount: 3000, merchantUid, sandbox: false }),
      onPaid: done, onCancelled: done, onFailed: done,
      secret: 'correct-horse',
    });
    const handle = GET;`,
  'createWebhookHandler, forged': `
    const { createWebhookHandler } = await import('react-instead-pay/server');
    const done = async () => {};
    const { GET } = createWebhookHandler({
      findOrder: async () => null, lookupPayment: async () => null,
      onPaid: done, onCancelled: done, onFailed: done, onRejected: done,
    });
    const handle = GET;`,
  'a bare Response': `
    const handle = async (request) => {
      const query = new URL(request.url).searchParams;
      return new Response(query.get('status') === 'paid' ? '200' : '400', { headers: { 'Cache-Control': 'no-store' } });
    };`,
};

/** How long a webhook takes in Node: parsed, verified against a shop in memory, and answered. */
export async function measureWebhook() {
  const names = Object.keys(handlers);
  const found = await takeTurns(names, ROUNDS, measureOnce);
  const bare = median(found['a bare Response']);
  return [
    {
      title: 'A webhook',
      note: `${REQUESTS.toLocaleString('en-US')} requests one after the other in a fresh Node, production, with a database and a look-up that answer at once; the median of ${ROUNDS}. A real look-up takes a thousand times as long.`,
      head: ['handler', 'per request', '÷ bare'],
      rows: names.map((name) => [
        name,
        `${(median(found[name]) * 1000).toFixed(1)} µs`,
        ratio(median(found[name]), bare),
      ]),
    },
  ];
}

/** Resolves with ms per request. */
async function measureOnce(name) {
  const code = `${handlers[name]}
    const send = async (from, count) => {
      for (let i = from; i < from + count; i++) {
        const response = await handle(new Request(
          'https://shop.example/api/webhooks/instead?key=correct-horse&instead_uid=imp_' + i + '&merchant_uid=order-' + i + '&status=paid',
        ));
        await response.text();
      }
    };
    await send(0, 5000);
    const startedAt = performance.now();
    await send(5000, ${REQUESTS});
    console.log((performance.now() - startedAt) / ${REQUESTS});`;
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: here, env });
  return Number(stdout);
}

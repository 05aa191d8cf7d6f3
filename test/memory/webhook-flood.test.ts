import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { notify } from '../server/memory-shop.ts';
import { openWebhook } from '../server/open-webhook.ts';

test('100,000 distinct forged webhooks leave no memory behind', { timeout: 120_000 }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { shop, webhook, payload } = openWebhook();
  const send = async (from: number, count: number) => {
    for (let i = from; i < from + count; i += 100) {
      await Promise.all(
        Array.from({ length: 100 }, (_, k) => {
          const merchantUid = k % 2 ? `unknown_${i + k}` : shop.addOrder(3000, `order-${k}`).merchantUid;
          return webhook.GET(notify({ ...payload, merchantUid, insteadUid: `forged_${i + k}` }));
        }),
      );
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  // What is compiled and cached on the way is no leak.
  const before = await send(0, 20_000);
  const after = await send(20_000, 100_000);
  // A leak of 20 bytes per webhook would be 2 MB.
  expect(after - before).toBeLessThan(2_000_000);
});

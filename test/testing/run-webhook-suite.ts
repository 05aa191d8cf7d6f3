import { createWebhookHandler, type WebhookHandlerOptions } from 'react-instead-pay/server';
import type {
  TestLookup,
  TestRoute,
  TestWebhookHandlerOptions,
} from '../../src/testing/test-webhook-handler-options.ts';
import type { WebhookTestReport } from '../../src/testing/webhook-test-report.ts';
import { testWebhookHandler } from '../../src/testing/test-webhook-handler.ts';
import { createMemoryShop, type MemoryOrder } from '../server/memory-shop.ts';

type Shop = ReturnType<typeof createMemoryShop>;
type Options = WebhookHandlerOptions<MemoryOrder>;

/** Our own hook on a shop in memory, with a mistake or two if asked for. */
export function runWebhookSuite(
  toMistake: (shop: Shop, options: Options) => Partial<Options> = () => ({}),
  wrap: (route: (request: Request) => Promise<Response>) => TestRoute = (route) => route,
  more: Partial<TestWebhookHandlerOptions> = {},
) {
  const shop = createMemoryShop();
  let ask: TestLookup;
  const options: Options = { ...shop.options, secret: more.secret, lookupPayment: (payload) => ask(payload) };
  const hook = createWebhookHandler({ ...options, ...toMistake(shop, options) });
  return testWebhookHandler(wrap(hook.GET), {
    createOrder: () => shop.addOrder(),
    readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
    setLookup: (lookup) => (ask = lookup),
    ...more,
  });
}

export const failedLines = ({ results: lines }: WebhookTestReport) =>
  lines.filter(({ passed }) => !passed).map(({ name }) => name);

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

/** Runs the webhook test suite on `createWebhookHandler` and a shop in memory, with the mistakes that `toMistake` adds. */
export function runWebhookSuite(
  toMistake: (shop: Shop, options: Options) => Partial<Options> = () => ({}),
  wrap: (route: (request: Request) => Promise<Response>) => TestRoute = (route) => route,
  more: Partial<TestWebhookHandlerOptions> = {},
) {
  const shop = createMemoryShop();
  let lookup: TestLookup;
  const options: Options = { ...shop.options, secret: more.secret, lookupPayment: (payload) => lookup(payload) };
  const webhook = createWebhookHandler({ ...options, ...toMistake(shop, options) });
  return testWebhookHandler(wrap(webhook.GET), {
    createOrder: () => shop.addOrder(),
    readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
    setLookup: (each) => (lookup = each),
    ...more,
  });
}

export const failedCases = ({ results }: WebhookTestReport) =>
  results.filter(({ passed }) => !passed).map(({ name }) => name);

import { createInsteadHook, type InsteadHookOptions } from 'react-instead-pay/server';
import type { HookLookup, HookRoute, TestInsteadHookOptions } from '../../src/testing/hook-shop.ts';
import type { InsteadHookReport } from '../../src/testing/hook-report.ts';
import { testInsteadHook } from '../../src/testing/test-instead-hook.ts';
import { createMemoryShop, type MemoryOrder } from '../server/memory-shop.ts';

type Shop = ReturnType<typeof createMemoryShop>;
type Options = InsteadHookOptions<MemoryOrder>;

/** Our own hook on a shop in memory, with a mistake or two if asked for. */
export function playHookKit(
  toMistake: (shop: Shop, options: Options) => Partial<Options> = () => ({}),
  wrap: (route: (request: Request) => Promise<Response>) => HookRoute = (route) => route,
  more: Partial<TestInsteadHookOptions> = {},
) {
  const shop = createMemoryShop();
  let ask: HookLookup;
  const options: Options = { ...shop.options, secret: more.secret, lookupPayment: (notice) => ask(notice) };
  const hook = createInsteadHook({ ...options, ...toMistake(shop, options) });
  return testInsteadHook(wrap(hook.GET), {
    createOrder: () => shop.addOrder(),
    readOrder: (merchantUid) => shop.orders.get(merchantUid)!,
    setLookup: (lookup) => (ask = lookup),
    ...more,
  });
}

export const failedLines = ({ lines }: InsteadHookReport) =>
  lines.filter(({ passed }) => !passed).map(({ name }) => name);

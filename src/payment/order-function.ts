import { InsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { withTimeout } from './timeout.ts';

/**
 * A payment request, or a function that creates the order and returns its request. The function is called after the popup
 * has opened, and may be a Next.js Server Action.
 *
 * A function with a parameter is called with `{ signal }`, which aborts when the payment settles: pass it to `fetch`. If the
 * function throws, rejects, or takes longer than `timeouts.order`, the payment fails with `order_failed` and the error as its
 * `cause`. The returned request is checked like a plain one: `invalid_request`.
 *
 * @example
 * import type { PayRequest, PayRequestInput } from 'react-instead-pay';
 * const createOrder: PayRequestInput = async ({ signal }) =>
 *   (await (await fetch('/api/orders', { method: 'POST', signal })).json()) as PayRequest;
 */
export type PayRequestInput = PayRequest | ((options: { signal: AbortSignal }) => PayRequest | Promise<PayRequest>);

/** The default of `timeouts.order`, in ms. */
export const ORDER_TIMEOUT = 30_000;

/** Calls the shop's function, and rejects with `order_failed` if it fails or takes longer than `limit` ms. */
export async function callOrderFunction(
  createOrder: Exclude<PayRequestInput, PayRequest>,
  limit: number,
  settled: AbortSignal,
): Promise<PayRequest> {
  try {
    return await withTimeout(limit, settled, async (signal) =>
      // A Server Action declares no parameter, and cannot be sent a signal.
      createOrder.length > 0 ? createOrder({ signal }) : (createOrder as () => PayRequest | Promise<PayRequest>)(),
    );
  } catch (cause) {
    throw new InsteadError('order_failed', { cause });
  }
}

import { randomUUID } from 'node:crypto';
import type { WebhookHandlerOptions, PaymentLookup, VerifiedPayment } from 'react-instead-pay/server';

export interface MemoryOrder {
  merchantUid: string;
  totalAmt: number;
  status: 'waiting' | 'paid' | 'cancelled' | 'failed';
  timesPaid: number;
}

/** Creates a correct shop in memory: `payment.idempotencyKey` is a unique row in the transaction that changes the order. */
export function createMemoryShop() {
  const orders = new Map<string, MemoryOrder>();
  const keys = new Set<string>();
  const payments = new Map<string, PaymentLookup>();
  const ran: string[] = [];
  let lookups = 0;

  function addOrder(totalAmt = 3000, merchantUid = `order-${randomUUID()}`): MemoryOrder {
    const order: MemoryOrder = { merchantUid, totalAmt, status: 'waiting', timesPaid: 0 };
    orders.set(merchantUid, order);
    return order;
  }

  async function commit(payment: VerifiedPayment, change: () => void) {
    ran.push(payment.idempotencyKey);
    await nextTask();
    // As in one transaction of a database: the unique row and the change.
    if (keys.has(payment.idempotencyKey)) return;
    keys.add(payment.idempotencyKey);
    change();
  }

  const options = {
    findOrder: async (merchantUid) => orders.get(merchantUid) ?? null,
    lookupPayment: async ({ insteadUid }) => {
      lookups++;
      await nextTask();
      return payments.get(insteadUid) ?? null;
    },
    onPaid: (order, payment) =>
      commit(payment, () => {
        if (order.status !== 'waiting') return;
        order.status = 'paid';
        order.timesPaid++;
      }),
    onCancelled: (order, payment) => commit(payment, () => void (order.status = 'cancelled')),
    onFailed: (order, payment) =>
      commit(payment, () => {
        if (order.status === 'waiting') order.status = 'failed';
      }),
    onRejected: () => {},
    onError: () => {},
  } satisfies WebhookHandlerOptions<MemoryOrder>;

  return {
    orders,
    keys,
    /** What the look-up returns, by the payment's number. */
    payments,
    /** The idempotency keys for which a handler was called, in order. */
    ran,
    get lookups() {
      return lookups;
    },
    addOrder,
    options,
  };
}

/** Resolves after all tasks that are already queued. */
const nextTask = () => new Promise<void>((resolve) => setImmediate(resolve));

export const HOOK_URL = 'https://shop.example/api/webhooks/instead';

export function notify(
  payload: { insteadUid: string; merchantUid: string; status: string },
  { method = 'GET', ...extra }: { method?: string; key?: string } = {},
): Request {
  const { insteadUid: instead_uid, merchantUid: merchant_uid, status } = payload;
  const query = new URLSearchParams({ instead_uid, merchant_uid, status, ...extra });
  return new Request(`${HOOK_URL}?${query}`, { method });
}

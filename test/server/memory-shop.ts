import { randomUUID } from 'node:crypto';
import type { WebhookHandlerOptions, PaymentLookup, VerifiedPayment } from 'react-instead-pay/server';

export interface MemoryOrder {
  merchantUid: string;
  totalAmt: number;
  status: 'waiting' | 'paid' | 'cancelled' | 'failed';
  timesPaid: number;
}

/** A shop as it should be, in memory: `payment.idempotencyKey` is a unique row in the transaction that changes the order. */
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
    await turn();
    // What a database does in one go: the unique row, and what goes with it.
    if (keys.has(payment.idempotencyKey)) return;
    keys.add(payment.idempotencyKey);
    change();
  }

  const options = {
    findOrder: async (merchantUid) => orders.get(merchantUid) ?? null,
    lookupPayment: async ({ insteadUid }) => {
      lookups++;
      await turn();
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
    onError: () => {},
  } satisfies WebhookHandlerOptions<MemoryOrder>;

  return {
    orders,
    keys,
    /** What Instead says of each payment, by its number. */
    payments,
    /** The keys for which a handler ran, in turn. */
    ran,
    get lookups() {
      return lookups;
    },
    addOrder,
    options,
  };
}

/** Lets everything else that is due have its turn first. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export const HOOK_URL = 'https://shop.example/api/webhooks/instead';

export function notify(
  payload: { insteadUid: string; merchantUid: string; status: string },
  { method = 'GET', ...more }: { method?: string; key?: string } = {},
): Request {
  const { insteadUid: instead_uid, merchantUid: merchant_uid, status } = payload;
  const query = new URLSearchParams({ instead_uid, merchant_uid, status, ...more });
  return new Request(`${HOOK_URL}?${query}`, { method });
}

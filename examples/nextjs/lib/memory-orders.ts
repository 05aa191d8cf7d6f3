import { EventEmitter } from 'node:events';
import { afterPayment } from './after-payment';
import type { Notice, Order, Orders } from './orders';

// What anybody can make the server keep has an end.
const MOST_ORDERS = 1000;
const MOST_NOTICES = 200;

/** Orders for as long as the process lives. */
export function createMemoryOrders(): Orders {
  const byId = new Map<string, Order>();
  const payments = new Set<string>();
  const notices: Notice[] = [];
  const changes = new EventEmitter().setMaxListeners(0);

  function put(order: Order): Order {
    byId.set(order.id, order);
    const [oldest] = byId.keys();
    if (byId.size > MOST_ORDERS && oldest) byId.delete(oldest);
    changes.emit(order.id);
    return order;
  }

  return {
    create: async (order) =>
      // Not to be guessed: it stands in addresses, and Instead passes it on.
      put({ ...order, id: `order-${crypto.randomUUID()}`, status: 'made', madeAt: Date.now() }),
    find: async (id) => byId.get(id) ?? null,
    findLastAsked: async (shopper) =>
      [...byId.values()].findLast((order) => order.shopper === shopper && order.status !== 'made') ?? null,
    async markAsked(id) {
      const order = byId.get(id);
      if (!order) return null;
      const askedAt = order.askedAt ?? Date.now();
      // The notice may have been faster than the browser: what is paid stays paid.
      return put({ ...order, askedAt, status: order.status === 'made' ? 'asked' : order.status });
    },
    async applyPayment(id, payment) {
      // Nothing is awaited from here to the end: in one process, that is the transaction.
      const order = byId.get(id);
      if (!order || payments.has(payment.key)) return;
      payments.add(payment.key);
      put(afterPayment(order, payment, Date.now()));
    },
    hasPayment: async (key) => payments.has(key),
    async recordNotice(notice) {
      notices.push(notice);
      if (notices.length > MOST_NOTICES) notices.shift();
      changes.emit(notice.orderId);
    },
    listNotices: async (orderId) => notices.filter((notice) => notice.orderId === orderId),
    subscribe(id, listener) {
      changes.on(id, listener);
      return () => changes.off(id, listener);
    },
  };
}

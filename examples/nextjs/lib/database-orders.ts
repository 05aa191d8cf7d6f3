// Long because every question to the database stands here, side by side.
import { and, asc, desc, eq, inArray, isNull, lt, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { CHANNEL, getDatabase, type Database } from '@/db/database';
import { webhooks, orderItems, orders, payments, tasks } from '@/db/schema';
import { afterPayment } from './after-payment';
import { createOrderChanges } from './order-changes';
import type { NewOrder, Order, Orders } from './orders';

type Db = Database['db'];

// What anybody can make the server keep has an end.
const MOST_NOTICES = 50;

/** Orders in PostgreSQL. Safe with any number of processes: what decides is a transaction that holds the order's row. */
export function createDatabaseOrders(): Orders {
  const changes = createOrderChanges();
  return {
    create: (order) => transact((db) => insertOrder(db, order)),

    find,

    async findLastSent(shopper) {
      const db = await connect();
      return (await readOrders(db, { shopper, isSent: true, most: 1 }))[0] ?? null;
    },

    list: async (options) => readOrders(await connect(), options),

    async markSent(id) {
      await transact(async (db) => {
        // The notice may have been faster than the browser: what is paid stays paid.
        const asked = await db
          .update(orders)
          .set({ status: 'waiting', sentAt: new Date() })
          .where(and(eq(orders.id, id), eq(orders.status, 'created')))
          .returning({ id: orders.id });
        if (asked.length > 0) await notifyChange(db, id);
      });
      return find(id);
    },

    applyPayment: (id, payment) =>
      transact(async (db) => {
        // The order's row first: every other change of this order waits here. The other way round two payments of one order
        // would wait for each other, since a payment's row holds on to its order's.
        const order = await lockOrder(db, id);
        if (!order) return;
        const { idempotencyKey, insteadUid, status, amount } = payment;
        const now = Date.now();
        const written = await db
          .insert(payments)
          .values({ idempotencyKey, orderId: id, insteadUid, status, amount, at: new Date(now) })
          .onConflictDoNothing()
          .returning({ idempotencyKey: payments.idempotencyKey });
        // It was written before, together with everything that follows from it.
        if (written.length === 0) return;

        const undone = await db
          .select({ idempotencyKey: payments.idempotencyKey })
          .from(payments)
          .where(and(eq(payments.insteadUid, insteadUid), eq(payments.status, 'cancelled')));
        const { order: next, task } = afterPayment(order, payment, undone.length > 0, now);
        await db
          .update(orders)
          .set({ status: next.status, paidAt: toDate(next.paidAt), paidBy: next.paidBy })
          .where(eq(orders.id, id));
        if (task) {
          await db.insert(tasks).values({ orderId: id, kind: task, insteadUid, createdAt: new Date(now) });
        }
        if (status === 'cancelled') await settleTasks(db, id, insteadUid, new Date(now));
        await notifyChange(db, id);
      }),

    async hasPayment(idempotencyKey) {
      const db = await connect();
      return (
        (
          await db
            .select({ idempotencyKey: payments.idempotencyKey })
            .from(payments)
            .where(eq(payments.idempotencyKey, idempotencyKey))
        ).length > 0
      );
    },

    cancelUnpaid: (id) =>
      transact(async (db) => {
        const cancelled = await db
          .update(orders)
          .set({ status: 'cancelled' })
          .where(and(eq(orders.id, id), inArray(orders.status, ['created', 'waiting', 'failed'])))
          .returning({ id: orders.id });
        if (cancelled.length > 0) await notifyChange(db, id);
        return cancelled.length > 0;
      }),

    async listPaidWith(id) {
      const db = await connect();
      const other = alias(payments, 'other');
      const undone = db
        .select({ idempotencyKey: other.idempotencyKey })
        .from(other)
        .where(and(eq(other.insteadUid, payments.insteadUid), eq(other.status, 'cancelled')));
      const paid = await db
        .select({ insteadUid: payments.insteadUid })
        .from(payments)
        .where(and(eq(payments.orderId, id), eq(payments.status, 'paid'), notExists(undone)));
      return paid.map(({ insteadUid }) => insteadUid);
    },

    async listRefunds() {
      const db = await connect();
      const open = await db
        .selectDistinct({ orderId: tasks.orderId })
        .from(tasks)
        .where(and(eq(tasks.kind, 'refund'), isNull(tasks.doneAt)));
      return open.map(({ orderId }) => orderId);
    },

    recordWebhook: ({ at, ...webhook }) =>
      transact(async (db) => {
        const known = await db.select({ id: orders.id }).from(orders).where(eq(orders.id, webhook.orderId));
        if (known.length === 0) return;
        await db.insert(webhooks).values({ ...webhook, at: new Date(at) });
        const kept = db
          .select({ id: webhooks.id })
          .from(webhooks)
          .where(eq(webhooks.orderId, webhook.orderId))
          .orderBy(desc(webhooks.id))
          .limit(1)
          .offset(MOST_NOTICES - 1);
        await db.delete(webhooks).where(and(eq(webhooks.orderId, webhook.orderId), lt(webhooks.id, sql`(${kept})`)));
        await notifyChange(db, webhook.orderId);
      }),

    async listWebhooks(orderId) {
      const db = await connect();
      const rows = await db.select().from(webhooks).where(eq(webhooks.orderId, orderId)).orderBy(asc(webhooks.id));
      return rows.map(({ at, id: _id, ...webhook }) => ({ ...webhook, at: at.getTime() }));
    },

    subscribe: changes.subscribe,
  };
}

const connect = async (): Promise<Db> => (await getDatabase()).db;

const transact = async <Result>(work: (db: Db) => Promise<Result>): Promise<Result> =>
  (await connect()).transaction(work);

const find = async (id: string): Promise<Order | null> => (await readOrders(await connect(), { id }))[0] ?? null;

// In the transaction: it is delivered on commit, and never on rollback.
const notifyChange = (db: Db, id: string) => db.execute(sql`select pg_notify(${CHANNEL}, ${id})`);

async function insertOrder(db: Db, { items, expiresAt, ...order }: NewOrder): Promise<Order> {
  // Not to be guessed: it stands in addresses, and Instead passes it on.
  const id = `order-${crypto.randomUUID()}`;
  const [row] = await db
    .insert(orders)
    .values({ ...order, id, expiresAt: new Date(expiresAt), status: 'created', createdAt: new Date() })
    .returning();
  await db.insert(orderItems).values(items.map((item) => ({ ...item, orderId: id })));
  return toOrder(row!, items);
}

async function lockOrder(db: Db, id: string): Promise<Order | null> {
  const [row] = await db.select().from(orders).where(eq(orders.id, id)).for('update');
  // Nothing that follows a payment asks what was bought.
  return row ? toOrder(row, []) : null;
}

/** A payment that is undone has nothing more to bake, and is what a refund was waiting for. */
async function settleTasks(db: Db, orderId: string, insteadUid: string, now: Date): Promise<void> {
  const open = and(eq(tasks.orderId, orderId), eq(tasks.insteadUid, insteadUid), isNull(tasks.doneAt));
  await db.delete(tasks).where(and(open, eq(tasks.kind, 'bake')));
  await db
    .update(tasks)
    .set({ doneAt: now })
    .where(and(open, eq(tasks.kind, 'refund')));
}

async function readOrders(
  db: Db,
  { id, shopper, isSent, most = 1 }: { id?: string; shopper?: string; isSent?: boolean; most?: number },
): Promise<Order[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(
      and(
        id === undefined ? undefined : eq(orders.id, id),
        shopper === undefined ? undefined : eq(orders.shopper, shopper),
        isSent ? ne(orders.status, 'created') : undefined,
      ),
    )
    .orderBy(desc(orders.createdAt))
    .limit(most);
  if (rows.length === 0) return [];
  const items = await db
    .select()
    .from(orderItems)
    .where(
      inArray(
        orderItems.orderId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(orderItems.productName));
  return rows.map((row) =>
    toOrder(
      row,
      items.filter(({ orderId }) => orderId === row.id),
    ),
  );
}

function toOrder(row: typeof orders.$inferSelect, items: Order['items']): Order {
  const { expiresAt, createdAt, sentAt, paidAt } = row;
  return {
    ...row,
    items: items.map(({ productId, productName, price, quantity }) => ({ productId, productName, price, quantity })),
    expiresAt: expiresAt.getTime(),
    createdAt: createdAt.getTime(),
    sentAt: sentAt && sentAt.getTime(),
    paidAt: paidAt && paidAt.getTime(),
  };
}

const toDate = (instant: number | null): Date | null => (instant === null ? null : new Date(instant));

import { and, asc, count, desc, eq, gte, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { WebhookPayload, WebhookResult } from 'react-instead-pay/server';
import { query, transact, type Db } from '@/db/database';
import { jobs, webhooks } from '@/db/schema';
import { notifyChange } from './notify-change';
import { dropJob, enqueue, enqueueAgain } from './queue';
import type { Page } from './read-orders';

export type InboxRow = typeof webhooks.$inferSelect;

/** What the shop answered, and why it was not 200. */
export interface Decision {
  status: WebhookResult['status'];
  reason?: string;
}

// Anybody can send webhooks. What they can make the shop store has an end; a confirmed or undecided one is never removed.
const MOST_REJECTED = 50;
const MOST_OF_UNKNOWN_ORDERS = 500;
const MOST_UNDECIDED = 100;

// The request that received a webhook processes it. If its process dies, the queue does.
const HEAD_START_S = 20;

const isUndecided = or(isNull(webhooks.answer), gte(webhooks.answer, 500));

/**
 * Stores a webhook, and its job in case this process does not finish it. All copies of one event share one row.
 *
 * @throws when too many webhooks of this order wait for Instead's look-up: one more would be invented
 */
export const receiveWebhook = ({ merchantUid, insteadUid, status }: WebhookPayload): Promise<number> =>
  transact(async (db) => {
    const [waiting] = await db
      .select({ count: count() })
      .from(webhooks)
      .where(and(eq(webhooks.orderId, merchantUid), isUndecided));
    if (waiting && waiting.count >= MOST_UNDECIDED) throw new Error('Too many webhooks of one order are undecided.');
    const now = new Date();
    const [row] = await db
      .insert(webhooks)
      .values({ orderId: merchantUid, insteadUid, status, at: now, lastAt: now })
      .onConflictDoUpdate({
        target: [webhooks.orderId, webhooks.insteadUid, webhooks.status],
        set: {
          copies: sql`${webhooks.copies} + 1`,
          lastAt: now,
          // One that was rejected was no payment then: it may have been sent ahead to make a late payment look punctual.
          at: sql`case when ${webhooks.answer} between 400 and 499 then excluded.at else ${webhooks.at} end`,
        },
      })
      .returning({ id: webhooks.id, answer: webhooks.answer });
    const { id, answer } = row!;
    if (answer !== 200) await enqueue(db, 'webhook', String(id), { delayS: HEAD_START_S });
    return id;
  });

/**
 * Stores a payment that a look-up has found as if its webhook had arrived when it was made. `null`: its webhook has arrived, and was
 * confirmed or is in the queue. One that was rejected is processed again: it may have been invented then, and be true now.
 */
export const recordFound = (
  { merchantUid, insteadUid, status }: WebhookPayload,
  paidAt: number,
): Promise<number | null> =>
  transact(async (db) => {
    const now = new Date();
    // The clocks of two machines differ. A payment of the future would never be late.
    const at = new Date(Math.min(paidAt, now.getTime()));
    const wasRejected = sql`${webhooks.answer} between 400 and 499`;
    const [row] = await db
      .insert(webhooks)
      .values({ orderId: merchantUid, insteadUid, status, at, lastAt: now })
      .onConflictDoUpdate({
        target: [webhooks.orderId, webhooks.insteadUid, webhooks.status],
        set: { at },
        setWhere: wasRejected,
      })
      .returning({ id: webhooks.id });
    if (!row) return null;
    await enqueue(db, 'webhook', String(row.id), { delayS: HEAD_START_S });
    return row.id;
  });

/** Writes down what a webhook was answered. Decided (below 500) ends its job; otherwise the queue tries it again. */
export const decideWebhook = (id: number, { status, reason }: Decision): Promise<void> =>
  transact(async (db) => {
    const [row] = await db
      .update(webhooks)
      .set({ answer: status, reason: reason ?? null })
      // A copy that comes too late to be confirmed again changes nothing.
      .where(and(eq(webhooks.id, id), sql`${webhooks.answer} is distinct from 200`))
      .returning();
    if (status < 500) await dropJob(db, 'webhook', String(id));
    if (!row) return;
    if (status >= 500) await hasten(db, id);
    if (status < 500 && status !== 200) await trim(db, row);
    await notifyChange(db, row.orderId);
  });

// The first try has failed by now: the head start is over, unless the queue has taken it already. Another copy that was decided
// meanwhile has removed the job.
async function hasten(db: Db, id: number): Promise<void> {
  await enqueue(db, 'webhook', String(id), { delayS: 1 });
  const soon = sql`least(${jobs.runAt}, now() + interval '1 second')`;
  await db
    .update(jobs)
    .set({ runAt: soon })
    .where(and(eq(jobs.kind, 'webhook'), eq(jobs.key, String(id)), isNull(jobs.lockedUntil)));
}

async function trim(db: Db, { orderId, answer }: InboxRow): Promise<void> {
  const isSameKind =
    answer === 404
      ? eq(webhooks.answer, 404)
      : and(eq(webhooks.orderId, orderId), lt(webhooks.answer, 500), gte(webhooks.answer, 400));
  const most = answer === 404 ? MOST_OF_UNKNOWN_ORDERS : MOST_REJECTED;
  const kept = db.select({ id: webhooks.id }).from(webhooks).where(isSameKind).orderBy(desc(webhooks.id)).limit(most);
  await db.delete(webhooks).where(and(isSameKind, notInArray(webhooks.id, kept)));
}

export const findWebhook = (id: number): Promise<InboxRow | null> =>
  query(async (db) => (await db.select().from(webhooks).where(eq(webhooks.id, id)))[0] ?? null);

export interface OpenWebhook extends InboxRow {
  /** Whether the queue tries it again by itself. */
  isUndecided: boolean;
  attempts: number;
  nextAt: Date | null;
}

/** Returns what was rejected or is undecided: the undecided first, then the newest. */
export const listOpenWebhooks = ({ most, skip }: { most: number; skip: number }): Promise<Page<OpenWebhook>> =>
  query(async (db) => {
    const isOpen = sql`${webhooks.answer} is distinct from 200`;
    const [total] = await db.select({ count: count() }).from(webhooks).where(isOpen);
    const rows = await db
      .select({ webhook: webhooks, attempts: jobs.attempts, nextAt: jobs.runAt })
      .from(webhooks)
      .leftJoin(jobs, and(eq(jobs.kind, 'webhook'), eq(jobs.key, sql`${webhooks.id}::text`)))
      .where(isOpen)
      .orderBy(asc(isNull(jobs.key)), desc(webhooks.lastAt), desc(webhooks.id))
      .limit(most)
      .offset(skip);
    return {
      count: total?.count ?? 0,
      rows: rows.map(({ webhook, attempts, nextAt }) => ({
        ...webhook,
        isUndecided: nextAt !== null,
        attempts: attempts ?? 0,
        nextAt,
      })),
    };
  });

/** Has the queue process a webhook again, at once. `false`: there is none, or it is done. Twice is the same as once. */
export const processAgain = (id: number, by: string): Promise<boolean> =>
  transact(async (db) => {
    const changed = await db
      .update(webhooks)
      .set({ againBy: by, againAt: new Date() })
      .where(and(eq(webhooks.id, id), sql`${webhooks.answer} is distinct from 200`))
      .returning({ id: webhooks.id });
    if (changed.length > 0) await enqueueAgain(db, 'webhook', String(id));
    return changed.length > 0;
  });

/** Returns what a shopper may see of the webhooks of these orders: in the order in which they arrived. */
export async function listWebhooks(db: Db, orderIds: readonly string[]): Promise<InboxRow[]> {
  if (orderIds.length === 0) return [];
  return db
    .select()
    .from(webhooks)
    .where(inArray(webhooks.orderId, [...orderIds]))
    .orderBy(asc(webhooks.id));
}

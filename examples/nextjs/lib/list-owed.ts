import { and, asc, count, eq, isNull, sql } from 'drizzle-orm';
import { query } from '@/db/database';
import { jobs, orders, payments, tasks } from '@/db/schema';
import type { Page } from './read-orders';
import type { RefundReason } from './refund-reason';

export interface Owed {
  orderId: string;
  insteadUid: string;
  /** Won. */
  amount: number;
  /** Unix ms. */
  createdAt: number;
  reason: RefundReason | null;
  /** A person decided to refund it: the queue is at work. */
  decidedAt: number | null;
  decidedBy: string | null;
  /** Why the refund has not gone through yet: a code. */
  problem: string | null;
  /** A late payment may still pay its order. */
  canAccept: boolean;
}

/** Returns the payments that are owed, each by itself: those that wait for a person first, and of them the oldest. */
export const listOwed = ({ most, skip }: { most: number; skip: number }): Promise<Page<Owed> & { sum: number }> =>
  query(async (db) => {
    const isOpen = and(eq(tasks.kind, 'refund'), isNull(tasks.doneAt));
    const isPaid = and(
      eq(payments.insteadUid, tasks.insteadUid),
      eq(payments.orderId, tasks.orderId),
      eq(payments.status, 'paid'),
    );
    const [total] = await db
      .select({ count: count(), sum: sql<string>`coalesce(sum(${payments.amount}), 0)` })
      .from(tasks)
      .innerJoin(payments, isPaid)
      .where(isOpen);
    const rows = await db
      .select({ task: tasks, amount: payments.amount, orderStatus: orders.status, problem: jobs.problem })
      .from(tasks)
      .innerJoin(payments, isPaid)
      .innerJoin(orders, eq(orders.id, tasks.orderId))
      .leftJoin(jobs, and(eq(jobs.kind, 'refund'), eq(jobs.key, tasks.insteadUid)))
      .where(isOpen)
      .orderBy(sql`${tasks.decidedAt} is not null`, asc(tasks.createdAt), asc(tasks.insteadUid))
      .limit(most)
      .offset(skip);
    return {
      count: total?.count ?? 0,
      sum: Number(total?.sum ?? 0),
      rows: rows.map(({ task, amount, orderStatus, problem }) => ({
        orderId: task.orderId,
        insteadUid: task.insteadUid,
        amount,
        createdAt: task.createdAt.getTime(),
        reason: task.reason,
        decidedAt: task.decidedAt && task.decidedAt.getTime(),
        decidedBy: task.decidedBy,
        problem,
        canAccept: task.reason === 'late' && !task.decision && orderStatus !== 'paid' && orderStatus !== 'cancelled',
      })),
    };
  });

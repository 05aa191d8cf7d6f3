import { and, eq, sql } from 'drizzle-orm';
import { query, transact, type Db } from '@/db/database';
import { jobs } from '@/db/schema';

export type JobKind = (typeof jobs.$inferSelect)['kind'];

export interface Job {
  kind: JobKind;
  key: string;
  /** How often it was started, this time included. */
  attempts: number;
}

// Longer than a job may run: see `worker.ts`.
const LEASE_S = 60;
const LONGEST_PAUSE_S = 15 * 60;
// Slower than doubling: a look-up that fails every second time succeeds within a minute, and one that is down for an hour is asked
// two dozen times.
const GROWTH = 1.3;

const inSeconds = (seconds: number) => sql`now() + ${seconds} * interval '1 second'`;

/**
 * Puts a job into the queue, in the transaction of what it is for. One that is there already stays as it is.
 *
 * The time is the database's in every statement here: the clocks of several processes differ.
 */
export async function enqueue(db: Db, kind: JobKind, key: string, { delayS = 0 } = {}): Promise<void> {
  await db
    .insert(jobs)
    .values({ kind, key, runAt: inSeconds(delayS) })
    .onConflictDoNothing();
}

/** Has a job run at once, from its first attempt, whether it is in the queue or not. */
export async function enqueueAgain(db: Db, kind: JobKind, key: string): Promise<void> {
  const fresh = { runAt: inSeconds(0), attempts: 0, lockedUntil: null };
  await db
    .insert(jobs)
    .values({ kind, key, ...fresh })
    .onConflictDoUpdate({ target: [jobs.kind, jobs.key], set: fresh });
}

export async function dropJob(db: Db, kind: JobKind, key: string): Promise<void> {
  await db.delete(jobs).where(and(eq(jobs.kind, kind), eq(jobs.key, key)));
}

/**
 * Takes jobs that are due, for a minute: nobody else takes them in that time. Those of a process that has died are due again
 * after it. Several processes do not wait for each other (`skip locked`).
 */
export const claimJobs = (most: number): Promise<readonly Job[]> =>
  query(async (db) => {
    const due = sql`
      select kind, key from ${jobs}
      where run_at <= now() and (locked_until is null or locked_until <= now())
      order by run_at limit ${most} for update skip locked`;
    return db
      .update(jobs)
      .set({ lockedUntil: inSeconds(LEASE_S), attempts: sql`${jobs.attempts} + 1` })
      .where(sql`(${jobs.kind}, ${jobs.key}) in (${due})`)
      .returning({ kind: jobs.kind, key: jobs.key, attempts: jobs.attempts });
  });

// The attempt is part of the condition: a job that was added again since then stays.
const isSameAttempt = ({ kind, key, attempts }: Job) =>
  and(eq(jobs.kind, kind), eq(jobs.key, key), eq(jobs.attempts, attempts));

/** Removes a job that is done. */
export const finishJob = (job: Job): Promise<unknown> => query((db) => db.delete(jobs).where(isSameAttempt(job)));

/** Has a job run again: after a second, then after ever longer pauses, a quarter of an hour in the end, for as long as it takes. */
export const postponeJob = (job: Job, problem: string): Promise<unknown> => {
  const pause = Math.min(GROWTH ** (job.attempts - 1), LONGEST_PAUSE_S);
  // Not all at once again.
  const runAt = inSeconds(pause * (0.75 + Math.random() / 2));
  return transact((db) => db.update(jobs).set({ runAt, lockedUntil: null, problem }).where(isSameAttempt(job)));
};

/** Has a job that repeats run again at its time. */
export const repeatJob = (job: Job, delayS: number): Promise<unknown> =>
  query((db) =>
    db
      .update(jobs)
      .set({ runAt: inSeconds(delayS), lockedUntil: null, attempts: 0, problem: null })
      .where(isSameAttempt(job)),
  );

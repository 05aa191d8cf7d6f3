import { isDatabaseOpen } from '@/db/database';
import { withDeadline } from '@/db/with-deadline';
import { claimJobs, finishJob, postponeJob, repeatJob, type Job } from './queue';

const MOST_AT_ONCE = 8;
const POLL_MS = 1000;
// Shorter than a job is claimed for: see `queue.ts`.
const LONGEST_MS = 40_000;

/** Why a job is not done, as a code for the staff's page. */
export class JobProblem extends Error {}

/** Does a job. Resolves with the seconds after which it runs again, or with nothing when it is done for good. */
export type RunJob = (job: Job) => Promise<number | void>;

interface Worker {
  /** Looks for jobs at once rather than within a second. */
  wake(): void;
  /** Takes no more jobs. Resolves when those in progress have ended. */
  stop(): Promise<void>;
}

// On globalThis: routes are bundled separately, and wake the same worker.
const shared = globalThis as typeof globalThis & { __shopWorker?: Worker };

/** Looks for jobs at once: a route has just put one in. */
export const wakeWorker = (): void => shared.__shopWorker?.wake();

export const stopWorker = async (): Promise<void> => shared.__shopWorker?.stop();

/** Runs the queue's jobs in this process, several at a time. Any number of processes may do so. */
export function startWorker(run: RunJob): void {
  if (shared.__shopWorker) return;
  const inProgress = new Set<Promise<void>>();
  let isStopped = false;
  let wake = () => {};

  async function work(job: Job): Promise<void> {
    try {
      const again = await withDeadline(run(job), LONGEST_MS, 'The job took too long.');
      await (again ? repeatJob(job, again) : finishJob(job));
    } catch (error) {
      if (!(error instanceof JobProblem)) console.error(`The job ${job.kind} failed and is tried again`, error);
      const problem = error instanceof JobProblem ? error.message : 'error';
      // If this fails, too, the job is due again when its minute is over.
      await postponeJob(job, problem).catch(() => {});
    }
  }

  async function loop(): Promise<void> {
    while (!isStopped) {
      let timer: NodeJS.Timeout | undefined;
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, POLL_MS);
        timer.unref();
      });
      const free = MOST_AT_ONCE - inProgress.size;
      // The database reports by itself that it is away.
      const jobs = free > 0 && isDatabaseOpen() ? await claimJobs(free).catch(() => []) : [];
      for (const job of jobs) {
        const running: Promise<void> = work(job).finally(() => {
          inProgress.delete(running);
          // Processes that wait for a free place, or for the job that this one has added.
          wake();
        });
        inProgress.add(running);
      }
      await woken;
      clearTimeout(timer);
    }
  }

  const looping = loop();
  shared.__shopWorker = {
    wake: () => wake(),
    async stop() {
      isStopped = true;
      wake();
      await looping;
      await Promise.all(inProgress);
    },
  };
}

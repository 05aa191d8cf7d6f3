import { getDatabase } from '@/db/database';
import { runJob } from './run-job';
import { checkSettings } from './settings';
import { shutDownOnSignal } from './shut-down';
import { watchRequests } from './watch-requests';
import { startWorker } from './worker';

/** Checks the settings, opens the database and starts the queue's worker. Ends the process where a setting is wrong. */
export async function startShop(): Promise<void> {
  if (process.env.NEXT_PHASE === 'phase-production-build') return;
  const problems = checkSettings();
  if (problems.length > 0) {
    console.error(`The shop does not open, since its settings are not complete:\n${toList(problems)}`);
    process.exit(1);
  }
  watchRequests();
  if (process.env.NODE_ENV === 'production') shutDownOnSignal();
  startWorker(runJob);
  try {
    await getDatabase();
  } catch (error) {
    // Requests answer with an error until it is there.
    console.error('The shop has no database', error);
  }
}

const toList = (problems: readonly string[]): string => problems.map((problem) => `  - ${problem}`).join('\n');

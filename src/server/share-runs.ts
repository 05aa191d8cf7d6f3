interface Run<Result> {
  order: string;
  since: number;
  result?: Result;
}

const MAX_RUNS = 32;
// Fewer than all, so that forged webhooks for one order do not delay those for others.
const MAX_RUNS_OF_ORDER = 4;
// A host may end a run together with its request, and such a run never gives its place back. Also the longest wait for a place.
const EXPIRES_MS = 30_000;
// After this time, one of the copies starts the run again: the first request may have been cut off.
const TAKE_OVER_AFTER_MS = 1_000;

/**
 * Creates a function that calls `start` once for concurrent calls with the same key; all of them resolve with its result. At most
 * 32 runs are in progress, and 4 of one order. Calls that wait for a place have equal chances, so that forged ones cannot take
 * every place, and resolve with `undefined` after 30 seconds.
 *
 * Each call waits for its own timers only. In workerd a promise that another request resolves may never continue.
 */
export function createRunSharing<Result>() {
  const runs = new Map<string, Run<Result>>();

  return async (key: string, order: string, start: () => Promise<Result>): Promise<Result | undefined> => {
    let run: Run<Result> | undefined;
    for (let waited = 0; waited < EXPIRES_MS;) {
      if (run?.result) return run.result;
      const now = Date.now();
      let ofOrder = 0;
      for (const [each, other] of runs) {
        if (now - other.since >= EXPIRES_MS) runs.delete(each);
        else if (other.order === order) ofOrder++;
      }
      run = runs.get(key);
      if (run ? now - run.since >= TAKE_OVER_AFTER_MS : runs.size < MAX_RUNS && ofOrder < MAX_RUNS_OF_ORDER) {
        run ??= { order, since: 0 };
        run.since = now;
        runs.set(key, run);
        run.result = await start();
        if (runs.get(key) === run) runs.delete(key);
        return run.result;
      }
      // From 5 ms on about twice as long each time. Spread, so that those that came together do not all find the places taken.
      const ms = Math.min(5 + waited, 160) * (0.5 + Math.random());
      waited += ms;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
    return run?.result;
  };
}

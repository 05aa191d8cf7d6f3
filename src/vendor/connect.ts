import { InsteadError } from '../errors.ts';
import { observeRequest } from './observe-request.ts';
import type { Realm } from './realm.ts';
import { backOff, within } from './time-limit.ts';

const TRIES = 3;

/** Gets the client's token into the realm (guide, step 3), within the budget (ms). A 4xx is final: asking again changes nothing. */
export const connect = (realm: Realm, clientId: string, budget: number, outer: AbortSignal): Promise<void> =>
  within(budget, outer, async (signal) => {
    const instead = realm.window.INSTEAD!;
    for (let round = 1; ; round++) {
      // An old token must not pass for the new one.
      delete instead.access_token;
      const status = await observeRequest(realm, signal, () => instead.init(clientId));
      if (instead.access_token) return;
      const isRefused = status >= 400 && status < 500;
      if (isRefused || round === TRIES) {
        throw new InsteadError('connect_failed', { cause: status, retryable: !isRefused });
      }
      await backOff(round, signal);
    }
  });

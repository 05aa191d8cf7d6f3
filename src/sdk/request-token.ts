import { InsteadError } from '../errors.ts';
import { interceptXhr } from './intercept-xhr.ts';
import type { ScriptFrame } from './script-frame.ts';
import { backoff, withTimeout } from './timeout.ts';

const TRIES = 3;

/** Gets the client's token into the realm (guide, step 3), within the budget (ms). A 4xx is final: asking again changes nothing. */
export const requestToken = (realm: ScriptFrame, clientId: string, budget: number, outer: AbortSignal): Promise<void> =>
  withTimeout(budget, outer, async (signal) => {
    const instead = realm.window.INSTEAD!;
    for (let round = 1; ; round++) {
      // An old token must not pass for the new one.
      delete instead.access_token;
      const status = await interceptXhr(realm, signal, () => instead.init(clientId));
      if (instead.access_token) return;
      const isRefused = status >= 400 && status < 500;
      if (isRefused || round === TRIES) {
        throw new InsteadError('token_failed', { cause: status, retryable: !isRefused });
      }
      await backoff(round, signal);
    }
  });

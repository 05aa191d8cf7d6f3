import { InsteadError } from '../errors.ts';
import { backoffTime, wait, withTimeout } from '../payment/timeout.ts';
import { interceptXhr } from './intercept-xhr.ts';
import { earlyTokenKey } from '../protocol/early-token.ts';
import type { ScriptFrame } from './script-frame.ts';
import { getSharedPage } from './shared-page.ts';

const ATTEMPTS = 3;

// The 4xx that ask for another attempt: a time-out, a request that came too early, too many requests.
const TEMPORARY = [408, 425, 429];

/**
 * Requests the client's token (guide, step 3), within `budget` ms. Retries with backoff, or after the time of `Retry-After`;
 * a 4xx is final unless it is temporary.
 */
export const requestToken = (
  frame: ScriptFrame,
  clientId: string,
  apiUrl: string,
  budget: number,
  outer: AbortSignal,
): Promise<void> =>
  withTimeout(budget, outer, async (signal) => {
    const instead = frame.window.INSTEAD!;
    const end = Date.now() + budget;
    const page = getSharedPage();
    const { key, token } = { ...page.earlyToken };
    if (key === earlyTokenKey(clientId, apiUrl)) {
      page.earlyToken = undefined;
      instead.access_token = await withTimeout(
        budget / 3,
        signal,
        async () => token as Promise<string | undefined>,
      ).catch(() => undefined);
      if (instead.access_token) return;
    }
    for (let round = 1; ; round++) {
      // The old token must not be mistaken for the new one.
      delete instead.access_token;
      const { status, retryAfter } = await interceptXhr(frame, signal, () => instead.init(clientId));
      if (instead.access_token) return;
      const isRefused = status >= 400 && status < 500 && !TEMPORARY.includes(status);
      const pause = Math.max(retryAfter, backoffTime(round));
      // A pause beyond the limit would end as a time-out, which hides the status.
      if (isRefused || round === ATTEMPTS || Date.now() + pause > end) {
        throw new InsteadError('token_failed', { cause: status, retryable: !isRefused });
      }
      await wait(pause, signal);
    }
  });

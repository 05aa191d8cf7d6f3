import { InsteadError } from '../errors.ts';
import { interceptXhr } from './intercept-xhr.ts';
import type { ScriptFrame } from './script-frame.ts';
import { backoff, withTimeout } from './timeout.ts';

const ATTEMPTS = 3;

/** Requests the client's token (guide, step 3), within `budget` ms. Retries failures; a 4xx is final. */
export const requestToken = (frame: ScriptFrame, clientId: string, budget: number, outer: AbortSignal): Promise<void> =>
  withTimeout(budget, outer, async (signal) => {
    const instead = frame.window.INSTEAD!;
    for (let round = 1; ; round++) {
      // The old token must not be mistaken for the new one.
      delete instead.access_token;
      const status = await interceptXhr(frame, signal, () => instead.init(clientId));
      if (instead.access_token) return;
      const isRefused = status >= 400 && status < 500;
      if (isRefused || round === ATTEMPTS) {
        throw new InsteadError('token_failed', { cause: status, retryable: !isRefused });
      }
      await backoff(round, signal);
    }
  });

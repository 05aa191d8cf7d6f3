import { InsteadError } from '../errors.ts';
import { observeRequest } from './observe-request.ts';
import type { Realm } from './realm.ts';
import { backOff, withTimeLimit } from './time-limit.ts';

const TRIES = 3;

/** Gets the client's token into the realm (guide, step 3), within the budget (ms). A 4xx is final: asking again changes nothing. */
export async function connect(realm: Realm, clientId: string, budget: number, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  const left = () => budget - (Date.now() - startedAt);
  const instead = realm.window.INSTEAD;
  if (!instead) throw new InsteadError('sdk_load_failed');
  let status = 0;

  for (let attempt = 0; attempt < TRIES && left() > 0; attempt++) {
    if (attempt > 0) await withTimeLimit(backOff(attempt, signal), left(), signal).catch(() => {});
    if (signal.aborted) throw new InsteadError('disposed');
    // An old token must not pass for the new one.
    delete instead.access_token;
    const request = observeRequest(realm, left(), () => instead.init(clientId));
    signal.addEventListener('abort', request.abort);
    status = await request.status;
    signal.removeEventListener('abort', request.abort);
    if (signal.aborted) throw new InsteadError('disposed');
    if (instead.access_token) return;
    if (status >= 400 && status < 500) break;
  }
  const refused = status >= 400 && status < 500;
  throw new InsteadError('connect_failed', {
    retryable: !refused,
    detail: status ? `Instead answered ${status}.` : 'Instead did not answer.',
  });
}

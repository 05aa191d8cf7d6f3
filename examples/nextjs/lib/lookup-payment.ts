import type { InsteadLookup, InsteadNotice } from 'react-instead-pay/server';
import { isEmbedded, SANDBOX_PATH } from './instead-settings';
import { getSandbox } from './sandbox';

/**
 * Asks Instead what became of a payment. `null`: nothing that a notice could be about.
 *
 * The real answer's shape is described in Instead's admin site alone. This reads the sandbox's; put yours here.
 */
export async function lookupPayment({ insteadUid }: InsteadNotice): Promise<InsteadLookup | null> {
  // The number is a stranger's: it must stay one piece of the path.
  const uid = encodeURIComponent(insteadUid);
  const response = isEmbedded
    ? await getSandbox().fetch(new Request(`http://localhost${SANDBOX_PATH}/api/payments/${uid}`))
    : await askInstead(uid);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`The look-up answered ${response.status}`);
  const answer = (await response.json()) as Record<string, unknown>;
  const { status } = answer;
  // Waiting and expired are no events.
  if (status !== 'paid' && status !== 'cancelled' && status !== 'failed') return null;
  return {
    status,
    amount: answer.amount as number,
    merchantUid: String(answer.merchant_uid),
    insteadUid: String(answer.instead_uid),
  };
}

function askInstead(uid: string): Promise<Response> {
  const { INSTEAD_LOOKUP_URL: url, INSTEAD_LOOKUP_TOKEN: token } = process.env;
  if (!url) throw new Error('INSTEAD_LOOKUP_URL is not set: no notice can be believed without it');
  return fetch(url.replace('{uid}', uid), {
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    cache: 'no-store',
    signal: AbortSignal.timeout(5000),
  });
}

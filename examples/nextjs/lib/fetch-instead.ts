import { isEmbedded, EMULATOR_PATH } from './instead-settings';
import { getEmulator } from './emulator';

/**
 * Asks Instead's server about a payment, or to cancel it.
 *
 * @throws when the shop has not been told where that is, or nobody answers
 */
export async function fetchInstead(what: 'look-up' | 'cancel', insteadUid: string): Promise<Response> {
  // The number is a stranger's: it must stay one piece of the path.
  const uid = encodeURIComponent(insteadUid);
  const method = what === 'cancel' ? 'POST' : 'GET';
  if (isEmbedded()) {
    const path = `${EMULATOR_PATH}/api/payments/${uid}${what === 'cancel' ? '/cancel' : ''}`;
    return getEmulator().fetch(new Request(`http://localhost${path}`, { method }));
  }
  const name = what === 'cancel' ? 'INSTEAD_CANCEL_URL' : 'INSTEAD_LOOKUP_URL';
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: see the shop's .env.example`);
  const token = process.env.INSTEAD_LOOKUP_TOKEN;
  return fetch(url.replace('{uid}', uid), {
    method,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    cache: 'no-store',
    signal: AbortSignal.timeout(5000),
  });
}

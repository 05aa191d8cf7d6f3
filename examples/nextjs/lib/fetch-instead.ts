import { isEmbedded, EMULATOR_PATH } from './instead-settings';
import { getEmulator } from './emulator';

type Call = 'look-up' | 'look-up by order' | 'cancel';

interface Address {
  setting: string;
  /** What stands for the number in the setting. */
  place: string;
  /** The same at the embedded emulator. */
  path: string;
  method: 'GET' | 'POST';
}

const addresses: Record<Call, Address> = {
  'look-up': { setting: 'INSTEAD_LOOKUP_URL', place: '{uid}', path: '/api/payments/{uid}', method: 'GET' },
  cancel: { setting: 'INSTEAD_CANCEL_URL', place: '{uid}', path: '/api/payments/{uid}/cancel', method: 'POST' },
  'look-up by order': {
    setting: 'INSTEAD_LOOKUP_BY_ORDER_URL',
    place: '{order}',
    path: '/api/payments?merchant_uid={order}',
    method: 'GET',
  },
};

/** Whether the shop can look up the payments of an order, whose numbers only their webhooks report otherwise. */
export const canLookUpByOrder = (): boolean => isEmbedded() || Boolean(process.env.INSTEAD_LOOKUP_BY_ORDER_URL);

/**
 * Calls Instead's server to look up a payment or an order, or to cancel a payment. `number` is that of the payment or the order.
 *
 * @throws when the address is not configured, the server does not respond within 5 s, or `signal` is aborted
 */
export async function fetchInstead(call: Call, number: string, signal?: AbortSignal): Promise<Response> {
  const { setting, place, path, method } = addresses[call];
  // The number comes from outside: it must stay one segment of the address.
  const fill = (template: string) => template.replace(place, encodeURIComponent(number));
  if (isEmbedded()) {
    return getEmulator().fetch(new Request(`http://localhost${EMULATOR_PATH}${fill(path)}`, { method }));
  }
  const url = process.env[setting];
  if (!url) throw new Error(`${setting} is not set: see the shop's .env.example`);
  const token = process.env.INSTEAD_LOOKUP_TOKEN;
  return fetch(fill(url), {
    method,
    headers: token ? { Authorization: `Bearer ${token}` } : {},
    cache: 'no-store',
    signal: limitTime(signal),
  });
}

/** Returns a signal that is aborted after 5 s, or when `signal` is. */
function limitTime(signal?: AbortSignal): AbortSignal {
  const limit = new AbortController();
  // Not `AbortSignal.timeout()`: Node can collect one that only `AbortSignal.any()` refers to, and then it never aborts.
  setTimeout(() => limit.abort(), 5000).unref();
  return AbortSignal.any(signal ? [limit.signal, signal] : [limit.signal]);
}

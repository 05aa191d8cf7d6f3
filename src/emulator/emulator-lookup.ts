import { fetchWithin, type Fetch } from './fetch-within.ts';
import { WEBHOOK_STATUSES, type WebhookPayload, type WebhookStatus } from '../protocol/webhook-payload.ts';

/** A payment as {@link emulatorLookup} returns it: what `lookupPayment` of `createWebhookHandler` has to return. */
export interface EmulatorPayment {
  /** The status of the payment. */
  status: WebhookStatus;
  /** The amount, in won. */
  amount: number;
  /** The shop's order number. */
  merchantUid: string;
  /** The emulator's number of the payment. */
  insteadUid: string;
  /** Whether the request was made in test mode (`sandboxYn` `'1'`). */
  sandbox: boolean;
}

/** A payment of an order as {@link emulatorLookupByOrder} returns it: what `lookupByOrder` of `reconcile` has to return. */
export interface EmulatorOrderPayment {
  /** The emulator's number of the payment. */
  insteadUid: string;
  /** The status of the payment; `null` for one that is waiting or has expired. */
  status: WebhookStatus | null;
}

/**
 * The result of {@link emulatorCancel}. `cancelled`: the webhook of the cancellation follows. `not_cancellable`: it was cancelled
 * before, has failed or has expired. `unknown_payment`: the emulator has no such payment.
 */
export type EmulatorCancellation = 'cancelled' | 'not_cancellable' | 'unknown_payment';

const TIMEOUT_MS = 5_000;

export const lookupUrl = (url: string, insteadUid: string): string =>
  `${url.replace(/\/+$/, '')}/api/payments/${insteadUid}`;

export const cancelUrl = (url: string, insteadUid: string): string => `${lookupUrl(url, insteadUid)}/cancel`;

/**
 * Creates a `lookupPayment` for `createWebhookHandler` that asks the local emulator (guide, step 6).
 *
 * For development only. Its call rejects when the emulator does not respond within 5 seconds, or with an error: the handler then
 * responds with 502. It resolves with `null` for an unknown payment, and for one that is waiting or has expired.
 *
 * @param url the URL that `instead-emulator` prints, such as `http://127.0.0.1:4000`, with the `basePath` if there is one
 * @param fetch sends the request: `emulator.fetch`, if the emulator runs in the same process
 * @default fetch the global `fetch`
 * @throws `TypeError` if `url` is not an http(s) URL.
 * @example
 * import { emulatorLookup } from 'react-instead-pay/emulator';
 * const lookupPayment = emulatorLookup('http://127.0.0.1:4000');
 */
export function emulatorLookup(
  url: string,
  fetch: Fetch = globalThis.fetch,
): (payment: Pick<WebhookPayload, 'insteadUid'>) => Promise<EmulatorPayment | null> {
  checkUrl(url, 'emulatorLookup');
  return async ({ insteadUid }) =>
    call(fetch, 'GET', lookupUrl(url, encodeURIComponent(insteadUid)), async (response) => {
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`The emulator responded with ${response.status} to the look-up of a payment.`);
      const payment = (await response.json()) as Record<string, unknown>;
      const status = toWebhookStatus(payment.status);
      if (!status) return null;
      return {
        status,
        amount: Number(payment.amount),
        merchantUid: String(payment.merchant_uid),
        insteadUid: String(payment.instead_uid),
        sandbox: payment.sandboxYn === '1',
      };
    });
}

/**
 * Creates a `lookupByOrder` for `reconcile` that asks the local emulator for all payments of an order, oldest first.
 *
 * For development only. Its call rejects when the emulator does not respond within 5 seconds, or with an error.
 *
 * @param url the URL that `instead-emulator` prints, such as `http://127.0.0.1:4000`, with the `basePath` if there is one
 * @param fetch sends the request: `emulator.fetch`, if the emulator runs in the same process
 * @default fetch the global `fetch`
 * @throws `TypeError` if `url` is not an http(s) URL.
 * @example
 * import { emulatorLookupByOrder } from 'react-instead-pay/emulator';
 * const lookupByOrder = emulatorLookupByOrder('http://127.0.0.1:4000');
 * const payments = await lookupByOrder('order-1042'); // [{ insteadUid: 'instead_1', status: 'paid' }]
 */
export function emulatorLookupByOrder(
  url: string,
  fetch: Fetch = globalThis.fetch,
): (merchantUid: string) => Promise<EmulatorOrderPayment[]> {
  checkUrl(url, 'emulatorLookupByOrder');
  return async (merchantUid) => {
    const address = `${url.replace(/\/+$/, '')}/api/payments?${new URLSearchParams({ merchant_uid: merchantUid })}`;
    return call(fetch, 'GET', address, async (response) => {
      if (!response.ok) throw new Error(`The emulator responded with ${response.status} to the look-up of an order.`);
      const { payments } = (await response.json()) as { payments: Record<string, unknown>[] };
      return payments.reverse().map(({ instead_uid, status }) => ({
        insteadUid: String(instead_uid),
        status: toWebhookStatus(status),
      }));
    });
  };
}

/**
 * Creates a function that cancels a payment at the local emulator (guide, step 6): a refund, if it was paid.
 *
 * For development only. Its call rejects when the emulator does not respond within 5 seconds, or with an error.
 *
 * @param url the URL that `instead-emulator` prints, such as `http://127.0.0.1:4000`, with the `basePath` if there is one
 * @param fetch sends the request: `emulator.fetch`, if the emulator runs in the same process
 * @default fetch the global `fetch`
 * @throws `TypeError` if `url` is not an http(s) URL.
 * @example
 * import { emulatorCancel } from 'react-instead-pay/emulator';
 * const cancelPayment = emulatorCancel('http://127.0.0.1:4000');
 * const result = await cancelPayment({ insteadUid: 'instead_1' }); // 'cancelled'
 */
export function emulatorCancel(
  url: string,
  fetch: Fetch = globalThis.fetch,
): (payment: Pick<WebhookPayload, 'insteadUid'>) => Promise<EmulatorCancellation> {
  checkUrl(url, 'emulatorCancel');
  return async ({ insteadUid }) =>
    call(fetch, 'POST', cancelUrl(url, encodeURIComponent(insteadUid)), ({ ok, status }) => {
      if (ok) return 'cancelled';
      if (status === 404) return 'unknown_payment';
      if (status === 409) return 'not_cancellable';
      throw new Error(`The emulator responded with ${status} to the cancellation of a payment.`);
    });
}

/** Waiting and expired are no events: no webhook is about them. */
const toWebhookStatus = (status: unknown): WebhookStatus | null =>
  WEBHOOK_STATUSES.find((each) => each === status) ?? null;

const call = <Result>(
  fetch: Fetch,
  method: string,
  address: string,
  read: (response: Response) => Result | Promise<Result>,
): Promise<Result> => fetchWithin(TIMEOUT_MS, fetch, [address, { method }], read);

function checkUrl(url: string, name: string): void {
  if (/^https?:\/\/[^/]/.test(url) && URL.canParse(url)) return;
  throw new TypeError(`${name}(): \`url\` must be an http(s) URL. Pass the one that instead-emulator prints.`);
}

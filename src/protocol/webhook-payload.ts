/** The payment status in a webhook (guide, step 5). */
export type WebhookStatus = 'paid' | 'cancelled' | 'failed';

export const WEBHOOK_STATUSES: readonly WebhookStatus[] = ['paid', 'cancelled', 'failed'];

/**
 * The payload of a webhook: the query parameters that Instead sends to the shop's Hook URI by GET (guide, step 5).
 *
 * It is not signed and carries no amount. Treat it as a prompt to look the payment up, never as proof of payment.
 */
export interface WebhookPayload {
  /** Instead's own number for the payment (`instead_uid`). */
  insteadUid: string;
  /** The shop's order number (`merchant_uid`). */
  merchantUid: string;
  /** The claimed status of the payment. Unverified. */
  status: WebhookStatus;
}

/** The query parameter of each field of the payload. */
export const WEBHOOK_PARAMETERS = {
  insteadUid: 'instead_uid',
  merchantUid: 'merchant_uid',
  status: 'status',
} as const satisfies Record<keyof WebhookPayload, string>;

/** What Instead says of a payment (guide, step 5). */
export type NoticeStatus = 'paid' | 'cancelled' | 'failed';

export const NOTICE_STATUSES: readonly NoticeStatus[] = ['paid', 'cancelled', 'failed'];

/**
 * What Instead tells the shop's Hook URI, by GET (guide, step 5).
 *
 * It is not signed and carries no amount: it is a hint to ask Instead, never a proof of payment.
 */
export interface InsteadNotice {
  /** Instead's own number of the payment (`instead_uid`). */
  insteadUid: string;
  /** The shop's order number (`merchant_uid`). */
  merchantUid: string;
  /** What is said to have become of the payment. */
  status: NoticeStatus;
}

/** The query parameters in which a notice travels. */
export const NOTICE_PARAMETERS = {
  insteadUid: 'instead_uid',
  merchantUid: 'merchant_uid',
  status: 'status',
} as const satisfies Record<keyof InsteadNotice, string>;

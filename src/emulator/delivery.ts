import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import type { PaymentRecord } from './payment-store.ts';
import type { NoAnswer } from './send-webhook.ts';

/** One webhook, sent or being sent. */
export interface Delivery {
  id: number;
  uid: string;
  merchantUid: string;
  status: WebhookStatus;
  /** The Hook URI without its query, which may contain a secret. */
  address: string;
  /** When it was sent, in Unix ms of the emulator's clock. */
  at: number;
  /** The number of the attempt, from 1. */
  attempt: number;
  /** The status of the response; `null` while it is pending; why there was none. */
  answer: number | NoAnswer | null;
  /** How long the shop took to respond, in ms. */
  durationMs: number;
  /** The time until the retry, in ms; `null`: there is none. */
  retryIn: number | null;
}

/** A webhook to send. */
export interface Webhook {
  payment: PaymentRecord;
  status: WebhookStatus;
  /** The number of calls of `clear()` before. Webhooks of an earlier generation are no longer sent. */
  generation: number;
}

/** Creates the entry of the log for one attempt to send a webhook. */
export function toDelivery(
  { payment, status }: Webhook,
  { id, webhookUrl, at, attempt }: { id: number; webhookUrl: string; at: number; attempt: number },
): Delivery {
  const { origin, pathname } = new URL(webhookUrl);
  const { uid, merchantUid } = payment;
  const address = origin + pathname;
  return { id, uid, merchantUid, status, address, at, attempt, answer: null, durationMs: 0, retryIn: null };
}

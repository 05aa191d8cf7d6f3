import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import type { PaymentRecord } from './payment-store.ts';
import type { Delivery } from './delivery.ts';

/** Where an emulator keeps its payments and webhooks, so that a restart loses none. */
export interface EmulatorStorage {
  /** Returns what `write` was last called with, or `null`. Called once, at creation. */
  read(): string | null;
  /** Stores a text in place of the previous one. Called after each change, before its response is sent. */
  write(text: string): void;
}

/** A webhook that is not sent yet, or not accepted yet. */
export interface PendingWebhook {
  uid: string;
  status: WebhookStatus;
}

export interface SavedData {
  version: 1;
  /** The offset of the clock, in ms. */
  ahead: number;
  payments: PaymentRecord[];
  /** Newest first. */
  deliveries: Delivery[];
  pending: PendingWebhook[];
}

/** Parses what a storage returned. Throws a `TypeError` for anything that `write` was not called with. */
export function parseSavedData(text: string): SavedData {
  try {
    const data = JSON.parse(text) as Partial<SavedData> | null;
    const lists = [data?.payments, data?.deliveries, data?.pending];
    if (data?.version === 1 && Number.isSafeInteger(data.ahead) && lists.every(Array.isArray)) return data as SavedData;
  } catch {
    // The error of JSON.parse quotes the text, which has names in it.
  }
  throw new TypeError(
    'The saved data is invalid. No payment can be restored from it. Delete it, or use another place.',
  );
}

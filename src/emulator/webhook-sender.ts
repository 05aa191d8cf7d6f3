import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import { sendWebhook } from './send-webhook.ts';
import type { Clock } from './clock.ts';
import type { PaymentRecord } from './payment-store.ts';
import type { EmulatorSettings } from './settings.ts';

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
  /** The status of the response; `null` while it is pending; a Korean message if there was none. */
  answer: number | string | null;
  /** How long the shop took to respond, in ms. */
  durationMs: number;
  /** The time until the retry, in ms; `null`: there is none. */
  retryIn: number | null;
}

interface Webhook {
  payment: PaymentRecord;
  status: WebhookStatus;
  /** The number of calls of `clear()` before. Webhooks of an earlier generation are no longer sent. */
  generation: number;
}

// The guide does not say whether and when Instead retries. A shop has to handle it.
const RETRY_AFTER = [1_000, 2_000, 4_000];
const RESEND_AFTER = 1_000;
const OUT_OF_ORDER_DELAY = 3_000;
const MAX_DELIVERIES = 200;

export type WebhookSender = ReturnType<typeof createWebhookSender>;

/** Creates the sender of webhooks (guide, step 5). The settings decide whether they are repeated, late or reordered. */
export function createWebhookSender(options: {
  clock: Clock;
  getSettings: () => EmulatorSettings;
  deliver: (request: Request) => Promise<Response>;
}) {
  const { clock, getSettings, deliver } = options;
  const log: Delivery[] = [];
  const inFlight = new Set<Promise<unknown>>();
  const heldBack = new Map<string, () => void>();
  let lastId = 0;
  let generation = 0;

  function track(work: Promise<unknown>): void {
    inFlight.add(work);
    void work.finally(() => inFlight.delete(work));
  }

  async function send(webhook: Webhook, attempt = 1): Promise<void> {
    const { webhookUrl } = getSettings();
    if (!webhookUrl || webhook.generation !== generation) return;
    const delivery = toDelivery(webhook, { id: ++lastId, webhookUrl, at: clock.now(), attempt });
    log.unshift(delivery);
    log.length = Math.min(log.length, MAX_DELIVERIES);
    const startedAt = Date.now();
    delivery.answer = await sendWebhook(deliver, webhookUrl, delivery);
    delivery.durationMs = Date.now() - startedAt;
    const isAccepted = typeof delivery.answer === 'number' && delivery.answer < 300;
    const wait = RETRY_AFTER[attempt - 1];
    if (isAccepted || wait === undefined) return;
    delivery.retryIn = wait;
    await clock.wait(wait);
    await send(webhook, attempt + 1);
  }

  async function dispatch(webhook: Webhook): Promise<void> {
    const { delivery, resendTimes, lateBy } = getSettings();
    switch (delivery) {
      case 'normal':
        return send(webhook);
      case 'resend':
        for (let count = 0; count <= resendTimes; count++) {
          if (count > 0) await clock.wait(RESEND_AFTER);
          await send(webhook);
        }
        return;
      case 'three_at_once':
        await Promise.all([send(webhook), send(webhook), send(webhook)]);
        return;
      case 'late':
        await clock.wait(lateBy);
        return send(webhook);
      case 'out_of_order': {
        const { uid } = webhook.payment;
        const release = heldBack.get(uid);
        if (!release) {
          await Promise.race([
            new Promise<void>((resolve) => heldBack.set(uid, resolve)),
            clock.wait(OUT_OF_ORDER_DELAY),
          ]);
        }
        heldBack.delete(uid);
        await send(webhook);
        return release?.();
      }
    }
  }

  return {
    /** Starts to send the webhook as `delivery` of the settings requires, and returns at once. */
    dispatch: (payment: PaymentRecord, status: WebhookStatus) => track(dispatch({ payment, status, generation })),
    resend: (payment: PaymentRecord, status: WebhookStatus) => track(send({ payment, status, generation })),
    /** Newest first. */
    list: (): readonly Delivery[] => log,
    find: (id: number) => log.find((delivery) => delivery.id === id),
    async settled(): Promise<void> {
      while (inFlight.size > 0) await Promise.allSettled(inFlight);
    },
    clear(): void {
      generation++;
      log.length = 0;
      heldBack.clear();
    },
  };
}

function toDelivery(
  { payment, status }: Webhook,
  { id, webhookUrl, at, attempt }: { id: number; webhookUrl: string; at: number; attempt: number },
): Delivery {
  const { origin, pathname } = new URL(webhookUrl);
  const { uid, merchantUid } = payment;
  const address = origin + pathname;
  return { id, uid, merchantUid, status, address, at, attempt, answer: null, durationMs: 0, retryIn: null };
}

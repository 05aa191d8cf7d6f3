import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import { toDelivery, type Delivery, type Webhook } from './delivery.ts';
import { sendWebhook } from './send-webhook.ts';
import type { Clock } from './clock.ts';
import type { PaymentRecord } from './payment-store.ts';
import type { PendingWebhook } from './saved-data.ts';
import type { EmulatorSettings } from './settings.ts';

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
  /** Called after each change of the log. */
  onChange: () => void;
}) {
  const { clock, getSettings, deliver, onChange } = options;
  const log: Delivery[] = [];
  const inFlight = new Map<Promise<unknown>, PendingWebhook>();
  const heldBack = new Map<string, () => void>();
  let lastId = 0;
  let generation = 0;

  /** Keeps the webhook as pending until `work` is done, so that an emulator that is restarted before sends it again. */
  function track({ payment, status, generation: ofWork }: Webhook, work: Promise<unknown>): void {
    const webhook = { uid: payment.uid, status };
    inFlight.set(work, webhook);
    void work.finally(() => {
      inFlight.delete(work);
      if (ofWork === generation) onChange();
    });
  }

  async function send(webhook: Webhook, attempt = 1): Promise<void> {
    const { webhookUrl } = getSettings();
    if (!webhookUrl || webhook.generation !== generation) return;
    const delivery = toDelivery(webhook, { id: ++lastId, webhookUrl, at: clock.now(), attempt });
    log.unshift(delivery);
    log.length = Math.min(log.length, MAX_DELIVERIES);
    onChange();
    const startedAt = Date.now();
    delivery.answer = await sendWebhook(deliver, webhookUrl, delivery);
    delivery.durationMs = Date.now() - startedAt;
    onChange();
    const isAccepted = typeof delivery.answer === 'number' && delivery.answer < 300;
    const wait = RETRY_AFTER[attempt - 1];
    if (isAccepted || wait === undefined) return;
    delivery.retryIn = wait;
    onChange();
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
    dispatch(payment: PaymentRecord, status: WebhookStatus): void {
      const webhook = { payment, status, generation };
      track(webhook, dispatch(webhook));
    },
    resend(payment: PaymentRecord, status: WebhookStatus): void {
      const webhook = { payment, status, generation };
      track(webhook, send(webhook));
    },
    /** Restores the log of an earlier emulator. */
    restore(saved: readonly Delivery[]): void {
      // Whether the shop has responded to one in flight is not known.
      log.push(
        ...saved.map((delivery) => ({ ...delivery, answer: delivery.answer ?? 'status_hidden', retryIn: null })),
      );
      lastId = Math.max(0, ...log.map(({ id }) => id));
    },
    /** The webhooks that are not sent or not accepted yet. */
    pending: (): PendingWebhook[] => [...inFlight.values()],
    /** Newest first. */
    list: (): readonly Delivery[] => log,
    find: (id: number) => log.find((delivery) => delivery.id === id),
    async settled(): Promise<void> {
      while (inFlight.size > 0) await Promise.allSettled(inFlight.keys());
    },
    clear(): void {
      generation++;
      log.length = 0;
      heldBack.clear();
    },
  };
}

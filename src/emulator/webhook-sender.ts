import type { WebhookStatus } from '../protocol/webhook-payload.ts';
import { sendWebhook } from './send-webhook.ts';
import type { Clock } from './clock.ts';
import type { PaymentRecord } from './payment-store.ts';
import type { EmulatorSettings } from './settings.ts';

/** One notice on its way to the shop. */
export interface Delivery {
  id: number;
  uid: string;
  merchantUid: string;
  status: WebhookStatus;
  /** The Hook URI without its query: the key that a shop keeps there is nobody's business. */
  address: string;
  /** When it left, in Unix ms of the sandbox's clock. */
  at: number;
  /** Which try it was, from 1. */
  attempt: number;
  /** The shop's answer; `null` while there is none; a sentence if there was none to be had. */
  answer: number | string | null;
  /** How long the shop took, in ms. */
  took: number;
  /** In how many ms it is tried again; `null`: it is not. */
  retryIn: number | null;
}

interface Notice {
  payment: PaymentRecord;
  status: WebhookStatus;
  /** Since which `clear()` it counts: an older one is not told any more. */
  era: number;
}

// The guide does not say whether and when Instead tries again. A shop has to expect that it does.
const RETRY_AFTER = [1_000, 2_000, 4_000];
const RESEND_AFTER = 1_000;
const HELD_BACK_FOR = 3_000;
const MOST_DELIVERIES = 200;

export type WebhookSender = ReturnType<typeof createWebhookSender>;

/** Sends the notices (guide, step 5): GET, unsigned, and as untidily as the settings ask for. */
export function createWebhookSender(options: {
  clock: Clock;
  getSettings: () => EmulatorSettings;
  deliver: (request: Request) => Promise<Response>;
}) {
  const { clock, getSettings, deliver } = options;
  const log: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  const heldBack = new Map<string, () => void>();
  let lastId = 0;
  let era = 0;

  function track(work: Promise<unknown>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function send(notice: Notice, attempt = 1): Promise<void> {
    const { webhookUrl: webhookUrl } = getSettings();
    if (!webhookUrl || notice.era !== era) return;
    const delivery = toDelivery(notice, { id: ++lastId, webhookUrl, at: clock.now(), attempt });
    log.unshift(delivery);
    log.length = Math.min(log.length, MOST_DELIVERIES);
    const startedAt = Date.now();
    delivery.answer = await sendWebhook(deliver, webhookUrl, delivery);
    delivery.took = Date.now() - startedAt;
    const isTaken = typeof delivery.answer === 'number' && delivery.answer < 300;
    const wait = RETRY_AFTER[attempt - 1];
    if (isTaken || wait === undefined) return;
    delivery.retryIn = wait;
    await clock.wait(wait);
    await send(notice, attempt + 1);
  }

  async function announce(notice: Notice): Promise<void> {
    const { delivery, resendTimes, lateBy } = getSettings();
    switch (delivery) {
      case 'normal':
        return send(notice);
      case 'resend':
        for (let time = 0; time <= resendTimes; time++) {
          if (time > 0) await clock.wait(RESEND_AFTER);
          await send(notice);
        }
        return;
      case 'three_at_once':
        await Promise.all([send(notice), send(notice), send(notice)]);
        return;
      case 'late':
        await clock.wait(lateBy);
        return send(notice);
      case 'out_of_order': {
        const { uid } = notice.payment;
        const release = heldBack.get(uid);
        if (!release) {
          await Promise.race([new Promise<void>((go) => heldBack.set(uid, go)), clock.wait(HELD_BACK_FOR)]);
        }
        heldBack.delete(uid);
        await send(notice);
        return release?.();
      }
    }
  }

  return {
    /** Tells the shop; returns at once. */
    announce: (payment: PaymentRecord, status: WebhookStatus) => track(announce({ payment, status, era })),
    resend: (payment: PaymentRecord, status: WebhookStatus) => track(send({ payment, status, era })),
    /** The newest first. */
    list: (): readonly Delivery[] => log,
    find: (id: number) => log.find((delivery) => delivery.id === id),
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    clear(): void {
      era++;
      log.length = 0;
      heldBack.clear();
    },
  };
}

function toDelivery(
  { payment, status }: Notice,
  { id, webhookUrl, at, attempt }: { id: number; webhookUrl: string; at: number; attempt: number },
): Delivery {
  const { origin, pathname } = new URL(webhookUrl);
  const { uid, merchantUid } = payment;
  const address = origin + pathname;
  return { id, uid, merchantUid, status, address, at, attempt, answer: null, took: 0, retryIn: null };
}

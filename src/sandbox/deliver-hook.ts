import { NOTICE_PARAMETERS, type NoticeStatus } from '../protocol/hook-notice.ts';
import type { Clock } from './clock.ts';
import type { Bill } from './ledger.ts';
import type { Settings } from './settings.ts';

/** One notice on its way to the shop. */
export interface Delivery {
  id: number;
  uid: string;
  merchantUid: string;
  status: NoticeStatus;
  at: number;
  /** Which try it was, from 1. */
  attempt: number;
  /** The shop's answer; `null` while there is none; a sentence if it could not be reached. */
  answer: number | string | null;
  /** How long the shop took, in ms. */
  took: number;
}

// The guide does not say whether and when Instead tries again. A shop has to expect that it does.
const RETRY_AFTER = [1_000, 2_000, 4_000];
const LATE = 3_000;
const MOST_DELIVERIES = 200;

export type Deliverer = ReturnType<typeof createDeliverer>;

/** Sends the notices (guide, step 5): GET, unsigned, and as untidily as the settings ask for. */
export function createDeliverer(options: {
  clock: Clock;
  getSettings: () => Settings;
  deliver: (request: Request) => Promise<Response>;
}) {
  const { clock, getSettings, deliver } = options;
  const log: Delivery[] = [];
  const underWay = new Set<Promise<unknown>>();
  const heldBack = new Map<string, () => void>();
  let lastId = 0;

  function track(work: Promise<unknown>): void {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  }

  async function send(bill: Bill, status: NoticeStatus, attempt = 1): Promise<void> {
    const { hookUrl } = getSettings();
    if (!hookUrl) return;
    const delivery: Delivery = {
      id: ++lastId,
      uid: bill.uid,
      merchantUid: bill.merchantUid,
      status,
      at: clock.now(),
      attempt,
      answer: null,
      took: 0,
    };
    log.unshift(delivery);
    log.length = Math.min(log.length, MOST_DELIVERIES);
    const startedAt = Date.now();
    try {
      const response = await deliver(new Request(addressOf(hookUrl, delivery), { redirect: 'manual' }));
      delivery.answer = response.status;
    } catch {
      delivery.answer = '연결하지 못했어요';
    }
    delivery.took = Date.now() - startedAt;
    const wait = RETRY_AFTER[attempt - 1];
    const isTaken = typeof delivery.answer === 'number' && delivery.answer < 300;
    if (isTaken || wait === undefined) return;
    await pause(wait);
    await send(bill, status, attempt + 1);
  }

  async function announce(bill: Bill, status: NoticeStatus): Promise<void> {
    switch (getSettings().delivery) {
      case 'normal':
        return send(bill, status);
      case 'resend':
        await send(bill, status);
        await pause(1_000);
        return send(bill, status, 2);
      case 'three_at_once':
        await Promise.all([send(bill, status), send(bill, status), send(bill, status)]);
        return;
      case 'late':
        await pause(LATE);
        return send(bill, status);
      case 'out_of_order': {
        const release = heldBack.get(bill.uid);
        if (!release) await Promise.race([new Promise<void>((go) => heldBack.set(bill.uid, go)), pause(LATE)]);
        heldBack.delete(bill.uid);
        await send(bill, status);
        return release?.();
      }
    }
  }

  return {
    /** Tells the shop; returns at once. */
    announce: (bill: Bill, status: NoticeStatus) => track(announce(bill, status)),
    resend: (bill: Bill, status: NoticeStatus) => track(send(bill, status)),
    /** The newest first. */
    list: (): readonly Delivery[] => log,
    find: (id: number) => log.find((delivery) => delivery.id === id),
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    clear: () => void (log.length = 0),
  };
}

function addressOf(hookUrl: string, { uid, merchantUid, status }: Delivery): URL {
  const address = new URL(hookUrl);
  address.searchParams.set(NOTICE_PARAMETERS.insteadUid, uid);
  address.searchParams.set(NOTICE_PARAMETERS.merchantUid, merchantUid);
  address.searchParams.set(NOTICE_PARAMETERS.status, status);
  return address;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

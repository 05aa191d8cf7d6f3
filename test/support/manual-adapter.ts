import { InsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import type { InsteadAdapter, ScriptStatus, ReportEvent } from '../../src/payment/adapter.ts';
import { createStore } from '../../src/payment/store.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';

/** A popup that records the calls on it. */
export interface RecordedPopup {
  /** Reports an event to the payment, as the popup would. */
  report: ReportEvent;
  /** The methods called on it, in order: `request`, `focus`, `release`, `close`. */
  calls: string[];
  requests: PayRequest[];
}

interface ManualAdapterOptions {
  /** Whether `connect()` succeeds at once; otherwise the test calls `connected()` or `refused()`. */
  connectsAtOnce?: boolean;
  /** The order number of a payment that an earlier document left open. */
  resumableOrder?: string;
  /** What it shares with other adapters. */
  page?: object;
}

export interface ManualAdapter extends InsteadAdapter {
  /** Whether the browser blocks the next popup. */
  isBlocked: boolean;
  /** How often loading was started: calls that share an attempt count once. */
  attempts: number;
  disposals: number;
  popups: RecordedPopup[];
  /** The last popup that was opened. */
  readonly popup: RecordedPopup;
  resolveConnect(): void;
  rejectConnect(code?: InsteadErrorCode): void;
}

/** Creates an adapter that a test controls: it starts `idle`, shares one attempt between calls, and records every call. */
export function createManualAdapter({
  connectsAtOnce = true,
  resumableOrder,
  page,
}: ManualAdapterOptions = {}): ManualAdapter {
  const status = createStore<ScriptStatus>({ status: 'idle' });
  const popups: RecordedPopup[] = [];
  let resumable = resumableOrder;
  let pending: PromiseWithResolvers | undefined;

  function createPopup(report: ReportEvent) {
    const recorded: RecordedPopup = { report, calls: [], requests: [] };
    popups.push(recorded);
    return {
      recorded,
      popup: {
        request(request: PayRequest) {
          recorded.calls.push('request');
          recorded.requests.push(request);
        },
        focus: () => void recorded.calls.push('focus'),
        release: () => void recorded.calls.push('release'),
        close: () => void recorded.calls.push('close'),
      },
    };
  }

  const adapter: ManualAdapter = {
    isBlocked: false,
    attempts: 0,
    disposals: 0,
    popups,
    get popup() {
      const last = popups.at(-1);
      if (!last) throw new Error('No popup was opened.');
      return last;
    },
    resolveConnect() {
      status.set({ status: 'ready' });
      pending?.resolve();
      pending = undefined;
    },
    rejectConnect(code: InsteadErrorCode = 'token_failed') {
      const error = new InsteadError(code);
      status.set({ status: 'failed', error });
      pending?.reject(error);
      pending = undefined;
    },

    ...(page && { getPage: () => page }),
    getStatus: status.get,
    subscribe: status.subscribe,
    connect() {
      if (status.get().status === 'ready') return Promise.resolve();
      if (pending) return pending.promise;
      adapter.attempts++;
      pending = withResolvers();
      const { promise } = pending;
      status.set({ status: 'loading' });
      if (connectsAtOnce) adapter.resolveConnect();
      return promise;
    },
    openPopup: (report: ReportEvent) => (adapter.isBlocked ? null : createPopup(report).popup),
    resume(report: ReportEvent) {
      if (!resumable) return null;
      const merchantUid = resumable;
      resumable = undefined;
      return { merchantUid, popup: createPopup(report).popup };
    },
    dispose() {
      adapter.disposals++;
      status.set({ status: 'idle' });
    },
  };
  return adapter;
}

interface PromiseWithResolvers {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise;
    reject = rejectPromise;
  });
  return { promise, resolve, reject };
}

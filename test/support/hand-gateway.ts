import { InsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import type { Gateway, InsteadStatus, Report } from '../../src/payment/gateway.ts';
import { createObservable } from '../../src/payment/observable.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';

/** A window that keeps books. */
export interface HandWindow {
  report: Report;
  /** What was asked of it, in turn: `request`, `focus`, `release`, `close`. */
  calls: string[];
  requests: PayRequest[];
}

interface HandOptions {
  /** Whether `connect()` succeeds by itself; otherwise the test says `connected()` or `refused()`. */
  isQuick?: boolean;
  /** The order number of a payment that an earlier document left open. */
  resumes?: string;
}

export interface HandGateway extends Gateway {
  /** Whether the browser blocks the next window. */
  isBlocked: boolean;
  /** How often loading was begun: calls that share a try are one. */
  tries: number;
  disposals: number;
  windows: HandWindow[];
  /** The window that was opened last. */
  readonly window: HandWindow;
  connected(): void;
  refused(code?: InsteadErrorCode): void;
}

/** A gateway that starts `idle`, shares one try between calls as the real one does, and writes everything down. */
export function createHandGateway({ isQuick = true, resumes }: HandOptions = {}): HandGateway {
  const status = createObservable<InsteadStatus>({ status: 'idle' });
  const windows: HandWindow[] = [];
  let left = resumes;
  let pending: PromiseWithResolvers | undefined;

  function makeWindow(report: Report) {
    const made: HandWindow = { report, calls: [], requests: [] };
    windows.push(made);
    return {
      made,
      window: {
        request(request: PayRequest) {
          made.calls.push('request');
          made.requests.push(request);
        },
        focus: () => void made.calls.push('focus'),
        release: () => void made.calls.push('release'),
        close: () => void made.calls.push('close'),
      },
    };
  }

  const gateway: HandGateway = {
    isBlocked: false,
    tries: 0,
    disposals: 0,
    windows,
    get window() {
      const last = windows.at(-1);
      if (!last) throw new Error('No window was opened.');
      return last;
    },
    connected() {
      status.set({ status: 'ready' });
      pending?.resolve();
      pending = undefined;
    },
    refused(code: InsteadErrorCode = 'connect_failed') {
      const error = new InsteadError(code);
      status.set({ status: 'failed', error });
      pending?.reject(error);
      pending = undefined;
    },

    getStatus: status.get,
    subscribe: status.subscribe,
    connect() {
      if (status.get().status === 'ready') return Promise.resolve();
      if (pending) return pending.promise;
      gateway.tries++;
      pending = withResolvers();
      const { promise } = pending;
      status.set({ status: 'loading' });
      if (isQuick) gateway.connected();
      return promise;
    },
    openWindow: (report: Report) => (gateway.isBlocked ? null : makeWindow(report).window),
    resume(report: Report) {
      if (!left) return null;
      const merchantUid = left;
      left = undefined;
      return { merchantUid, window: makeWindow(report).window };
    },
    dispose() {
      gateway.disposals++;
      status.set({ status: 'idle' });
    },
  };
  return gateway;
}

interface PromiseWithResolvers {
  promise: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

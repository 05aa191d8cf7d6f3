// Long because the rules on which payment runs, who shows it and who owns it have to be read together.
import { reportCallbackError } from '../errors.ts';
import { checkPayArguments } from './check-pay-arguments.ts';
import { toEvent, type InsteadEvent } from './event.ts';
import type { InsteadAdapter, ScriptStatus } from './adapter.ts';
import { createAdapterLifecycle } from './adapter-lifecycle.ts';
import {
  pageOf,
  type PaymentDisplay,
  type PaymentOwner,
  type PaymentPage,
  type RunningPayment,
} from './payment-page.ts';
import { createStore } from './store.ts';
import { refusePayment, resumePayment, startPayment, type Payment } from './payment.ts';
import type { PayRequestInput } from './order-function.ts';
import { IDLE, isSettled, merchantUidOf, type PayState } from './state.ts';

export interface StoreSettings {
  adapter: InsteadAdapter;
  sandbox?: boolean | undefined;
  orderTimeout?: number | undefined;
  onEvent?: ((event: InsteadEvent) => void) | undefined;
}

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Creates the store of a provider's payment, and of the adapter that runs it. One payment at a time runs on a page. */
export function createPaymentStore() {
  let settings: StoreSettings | undefined;
  const owners = new Set<PaymentOwner>();
  const current = createStore<PayState>(IDLE);
  let isAnnounced = false;
  const emit = (type: InsteadEvent['type'], state: ScriptStatus | PayState, more?: { durationMs: number }) => {
    try {
      settings?.onEvent?.(toEvent(type, state, more));
    } catch (error) {
      reportCallbackError(error);
    }
  };
  const lifecycle = createAdapterLifecycle(
    (status) => emit('script', status),
    (adapter) => {
      const { running } = pageOf(adapter);
      return running?.adapter === adapter ? running.payment.outcome : undefined;
    },
  );

  const getPage = () => (settings ? pageOf(settings.adapter) : undefined);

  /** Returns the running payment if this store shows it. */
  const getRunning = () => {
    const running = getPage()?.running;
    return running?.display === display ? running : undefined;
  };

  const display: PaymentDisplay = {
    show(running) {
      const { getState, subscribe } = running.payment;
      const startedAt = Date.now();
      running.display = display;
      const onChange = () => {
        if (running.display !== display) return unsubscribe();
        const state = getState();
        if (isSettled(state)) unsubscribe();
        isAnnounced = running.owner?.announces === true;
        current.set(state);
        emit('payment', state, { durationMs: Date.now() - startedAt });
      };
      const unsubscribe = subscribe(onChange);
      onChange();
      display.offer();
    },
    offer() {
      const running = getRunning();
      const merchantUid = running && merchantUidOf(running.payment.getState());
      if (!running || running.owner || !merchantUid) return;
      running.owner = [...owners].find((owner) => owner.accepts(merchantUid));
      running.owner?.takeUp(running.payment, !running.source);
    },
  };

  /** Runs a payment on the page until it settles. */
  function run(page: PaymentPage, running: RunningPayment): RunningPayment {
    const { getState, subscribe } = running.payment;
    page.running = running;
    // Released before anything is notified: a listener may start the next payment.
    const release = () => {
      if (!isSettled(getState())) return;
      unsubscribe();
      page.running = undefined;
    };
    const unsubscribe = subscribe(release);
    release();
    display.show(running);
    return running;
  }

  /** Resumes the payment that an earlier document left open. One whose popup was not found waits for its first event. */
  function resume(page: PaymentPage, adapter: InsteadAdapter) {
    const payment = resumePayment(adapter);
    if (!payment) return;
    const show = () => {
      if (payment.getState() === IDLE) return;
      unsubscribe();
      if (!page.running) run(page, { payment, adapter, owner: undefined });
    };
    const unsubscribe = payment.subscribe(show);
    show();
  }

  /** Returns whether a call is for the running payment: the same order, or the same function while the order is unknown. */
  function joins({ payment, owner, source }: RunningPayment, request: PayRequestInput, caller: PaymentOwner): boolean {
    const merchantUid = merchantUidOf(payment.getState());
    if (merchantUid === undefined) return caller === owner && request === source;
    return typeof request !== 'function' && merchantUid === request.merchantUid;
  }

  /** Starts a payment. Returns the running payment for a repeated call, and a failed one if another is running. */
  function start(
    request: PayRequestInput,
    caller: PaymentOwner,
    signal?: AbortSignal,
  ): { payment: Payment; owner: PaymentOwner | undefined } {
    if (!checkPayArguments(request, signal)) return { payment: refusePayment('invalid_request'), owner: caller };
    const page = getPage();
    let running = page?.running;
    if (running) {
      const isJoined = joins(running, request, caller);
      // After a reload only a click can check whether the earlier popup is still open. If it is not, `focus` settles its
      // payment, and this one can start.
      if (isJoined || running.owner === caller || !running.source) running.payment.focus();
      if (isJoined && page?.running) return running;
      running = page?.running;
    }
    if (!settings || !page || lifecycle.isRetired(settings.adapter)) {
      return { payment: refusePayment('disposed'), owner: caller };
    }
    // The shop's function runs inside `startPayment`, before `running` is set. `isStarting` refuses a pay() call from it.
    if (running || page.isStarting) return { payment: refusePayment('already_paying'), owner: caller };
    const { adapter, sandbox, orderTimeout } = settings;
    page.isStarting = true;
    try {
      const payment = startPayment(adapter, request, { sandbox, orderTimeout, signal });
      return run(page, { payment, adapter, source: request, owner: caller });
    } finally {
      page.isStarting = false;
    }
  }

  const connect = () => lifecycle.connect(settings?.adapter);

  /** Starts loading unless it has started. A failure is in the status only. */
  const load = () => void connect().catch(() => {});

  return {
    configure: (next: StoreSettings) => void (settings = next),
    /**
     * Mounts the adapter, resumes its open payment, and returns the cleanup function. A payment in progress settles first.
     */
    mount(adapter: InsteadAdapter, load: 'eager' | 'lazy'): () => void {
      const page = pageOf(adapter);
      const { displays, running } = page;
      displays.add(display);
      if (!running) resume(page, adapter);
      // Fast Refresh and routes mount a new provider: it shows what the old one did.
      else if (!running.display || !displays.has(running.display)) display.show(running);
      const unmount = lifecycle.mount(adapter, load);
      return () => {
        displays.delete(display);
        unmount();
        queueMicrotask(() => {
          const { running } = page;
          const [next] = displays;
          if (running?.display === display && next && !displays.has(display)) next.show(running);
        });
      };
    },
    /** Registers a mounted component, and returns the cleanup function. */
    attach(owner: PaymentOwner): () => void {
      owners.add(owner);
      display.offer();
      return () => {
        owners.delete(owner);
        // React may subscribe again in the same task.
        queueMicrotask(() => {
          const running = getPage()?.running;
          if (running?.owner !== owner || owners.has(owner)) return;
          running.owner = undefined;
          running.display?.offer();
        });
      };
    },
    start,
    ready: connect,
    load,
    /** Starts loading on the first hover or focus with `load="lazy"`. A failed script waits for a click or `retry()`. */
    warmUp() {
      if (lifecycle.getStatus().status === 'idle') load();
    },
    getStatus: lifecycle.getStatus,
    getPayment: current.get,
    /** Whether a component announces the outcome of `getPayment()`. */
    isAnnounced: () => isAnnounced,
    subscribe(listener: () => void) {
      const cleanups = [lifecycle.subscribe(listener), current.subscribe(listener)];
      return () => cleanups.forEach((unsubscribe) => unsubscribe());
    },
    cancel: () => getRunning()?.payment.cancel(),
    focus: () => getRunning()?.payment.focus(),
    /** Goes back to `idle` if the settled payment is still the current one. */
    forget(state: PayState) {
      if (current.get() === state) current.set(IDLE);
    },
  };
}

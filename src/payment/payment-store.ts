import { InsteadError, reportCallbackError } from '../errors.ts';
import { toPaymentEvent, toScriptEvent, type InsteadEvent } from './event.ts';
import type { Gateway, InsteadStatus } from './gateway.ts';
import { createObservable } from './observable.ts';
import { refusePayment, resumePayment, startPayment, type Payment, type PayRequestSource } from './payment.ts';
import { IDLE, isSettled, merchantUidOf, type PayState } from './state.ts';

export interface StoreSettings {
  gateway: Gateway;
  sandbox?: boolean | undefined;
  onEvent?: ((event: InsteadEvent) => void) | undefined;
}

/** What a click came to: a payment of its own, the one that is already running, or none. */
export interface Started {
  payment: Payment;
  as: 'started' | 'joined' | 'refused';
}

export type PaymentStore = ReturnType<typeof createPaymentStore>;

const STATUS_IDLE: InsteadStatus = Object.freeze({ status: 'idle' });

/** Holds the one payment that a page may run at a time, and the gateway that runs it. Knows neither browser nor React. */
export function createPaymentStore() {
  let settings: StoreSettings | undefined;
  let running: { payment: Payment; owner: unknown; gateway: Gateway; isResumed?: boolean } | undefined;
  const current = createObservable<PayState>(IDLE);
  const status = createObservable<InsteadStatus>(STATUS_IDLE);
  const mounted = new Set<Gateway>();
  const retired = new WeakSet<Gateway>();

  function emit(event: InsteadEvent) {
    try {
      settings?.onEvent?.(event);
    } catch (error) {
      reportCallbackError(error);
    }
  }

  function run(payment: Payment, entry: { owner: unknown; gateway: Gateway; isResumed?: boolean }) {
    const startedAt = Date.now();
    running = { payment, ...entry };
    const follow = () => {
      const state = payment.getState();
      // Free before anybody hears of it: who starts the next payment from a callback must find the way clear.
      if (isSettled(state)) running = undefined;
      current.set(state);
      emit(toPaymentEvent(state, Date.now(), startedAt));
    };
    follow();
    if (!running) return;
    const stop = payment.subscribe(() => {
      if (isSettled(payment.getState())) stop();
      follow();
    });
  }

  /** The same order, or a second press of the same button while nobody can know its order. */
  function joins(source: PayRequestSource, owner: unknown): boolean {
    if (!running) return false;
    const merchantUid = merchantUidOf(running.payment.getState());
    const isOwn = owner === running.owner;
    if (typeof source === 'function') return isOwn;
    return merchantUid === undefined ? isOwn : merchantUid === source?.merchantUid;
  }

  function start(source: PayRequestSource, options: { signal?: AbortSignal | undefined; owner: unknown }): Started {
    const { signal, owner } = options;
    // After a reload nobody can see whether the earlier window still stands. This click may look: if it is gone, that
    // payment settles here and now, and does not stand in the way.
    if (running?.isResumed) running.payment.focus();
    if (running) {
      if (!joins(source, owner)) return { as: 'refused', payment: refusePayment(new InsteadError('already_paying')) };
      running.payment.focus();
      return { as: 'joined', payment: running.payment };
    }
    if (!settings || retired.has(settings.gateway)) {
      return { as: 'refused', payment: refusePayment(new InsteadError('disposed')) };
    }
    const { gateway, sandbox } = settings;
    const payment = startPayment(gateway, source, { sandbox, signal });
    run(payment, { owner, gateway });
    return { as: 'started', payment };
  }

  /** Puts the gateway to work and returns the undo. A payment that still runs on it comes to its end first. */
  function mount(gateway: Gateway, load: 'eager' | 'lazy'): () => void {
    mounted.add(gateway);
    retired.delete(gateway);
    const follow = () => {
      if (Object.is(status.get(), gateway.getStatus())) return;
      status.set(gateway.getStatus());
      emit(toScriptEvent(status.get(), Date.now()));
    };
    const stop = gateway.subscribe(follow);
    follow();
    if (!running) {
      const payment = resumePayment(gateway);
      if (payment) run(payment, { owner: undefined, gateway, isResumed: true });
    }
    if (load === 'eager') gateway.connect().catch(ignore);
    return () => {
      stop();
      mounted.delete(gateway);
      // Strict Mode and Fast Refresh unmount and mount again at once. The script stays for them.
      queueMicrotask(() => {
        if (!mounted.has(gateway)) retire(gateway);
      });
    };
  }

  function retire(gateway: Gateway): void {
    retired.add(gateway);
    if (settings?.gateway === gateway) status.set(STATUS_IDLE);
    const dispose = () => {
      if (retired.has(gateway)) gateway.dispose();
    };
    if (running?.gateway === gateway) void running.payment.outcome.then(dispose);
    else dispose();
  }

  async function connect(): Promise<void> {
    if (!settings || retired.has(settings.gateway)) throw new InsteadError('disposed');
    await settings.gateway.connect();
  }

  return {
    configure: (next: StoreSettings) => void (settings = next),
    mount,
    retire,
    start,
    ready: connect,
    /** Starts loading if nothing has; says nothing of a failure, which is in the status. */
    load: () => void connect().catch(ignore),
    /** The first hover or focus with `load="lazy"`. What has failed waits for a click or `retry()`. */
    warmUp() {
      if (status.get().status === 'idle') this.load();
    },
    getStatus: status.get,
    getPayment: current.get,
    subscribe(listener: () => void) {
      const undo = [status.subscribe(listener), current.subscribe(listener)];
      return () => undo.forEach((stop) => stop());
    },
    cancel: () => running?.payment.cancel(),
    focus: () => running?.payment.focus(),
    /** Forgets a settled payment that is still shown. */
    forget(state: PayState) {
      if (current.get() === state && isSettled(state)) current.set(IDLE);
    },
  };
}

const ignore = () => {};

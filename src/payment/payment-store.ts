import { InsteadError, reportCallbackError } from '../errors.ts';
import { toPaymentEvent, type InsteadEvent } from './event.ts';
import type { Gateway } from './gateway.ts';
import { createGatewayKeeper } from './gateway-keeper.ts';
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

/** Holds the one payment that a page may run at a time, and the gateway that runs it. Knows neither browser nor React. */
export function createPaymentStore() {
  let settings: StoreSettings | undefined;
  let running: { payment: Payment; owner: unknown; gateway: Gateway; isResumed?: boolean } | undefined;
  let isStarting = false;
  const current = createObservable<PayState>(IDLE);
  const keeper = createGatewayKeeper(emit, (gateway) =>
    running?.gateway === gateway ? running.payment.outcome : undefined,
  );

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
    if (running && joins(source, owner)) {
      running.payment.focus();
      return { as: 'joined', payment: running.payment };
    }
    if (!settings || keeper.isRetired(settings.gateway)) {
      return { as: 'refused', payment: refusePayment(new InsteadError('disposed')) };
    }
    // The shop's own function runs in `startPayment`, before there is a payment to look at. A press out of it finds the lock
    // closed.
    if (running || isStarting) return { as: 'refused', payment: refusePayment(new InsteadError('already_paying')) };
    const { gateway, sandbox } = settings;
    isStarting = true;
    const payment = startPayment(gateway, source, { sandbox, signal });
    isStarting = false;
    run(payment, { owner, gateway });
    return { as: 'started', payment };
  }

  /** Puts the gateway to work and returns the undo. A payment that still runs on it comes to its end first. */
  function mount(gateway: Gateway, load: 'eager' | 'lazy'): () => void {
    if (!running) {
      const payment = resumePayment(gateway);
      if (payment) run(payment, { owner: undefined, gateway, isResumed: true });
    }
    return keeper.mount(gateway, load);
  }

  const connect = () => keeper.connect(settings?.gateway);

  /** Starts loading if nothing has; says nothing of a failure, which is in the status. */
  const load = () => void connect().catch(() => {});

  return {
    configure: (next: StoreSettings) => void (settings = next),
    mount,
    retire: keeper.retire,
    start,
    ready: connect,
    load,
    /** The first hover or focus with `load="lazy"`. What has failed waits for a click or `retry()`. */
    warmUp() {
      if (keeper.getStatus().status === 'idle') load();
    },
    getStatus: keeper.getStatus,
    getPayment: current.get,
    subscribe(listener: () => void) {
      const undo = [keeper.subscribe(listener), current.subscribe(listener)];
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

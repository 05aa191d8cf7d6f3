import { reportCallbackError } from '../errors.ts';
import { toEvent, type InsteadEvent } from './event.ts';
import type { Gateway, InsteadStatus } from './gateway.ts';
import { createGatewayKeeper } from './gateway-keeper.ts';
import { createObservable } from './observable.ts';
import { refusePayment, resumePayment, startPayment, type Payment, type PayRequestSource } from './payment.ts';
import { IDLE, isSettled, merchantUidOf, type PayState } from './state.ts';

export interface StoreSettings {
  gateway: Gateway;
  sandbox?: boolean | undefined;
  onEvent?: ((event: InsteadEvent) => void) | undefined;
}

/** A payment, whose it is, and what runs it. A payment of an earlier document is nobody's. */
interface Entry {
  payment: Payment;
  owner: unknown;
  gateway: Gateway;
}

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Holds the one payment that a page may run at a time, and the gateway that runs it. Knows neither browser nor React. */
export function createPaymentStore() {
  let settings: StoreSettings | undefined;
  let running: Entry | undefined;
  let isStarting = false;
  const current = createObservable<PayState>(IDLE);
  const emit = (type: InsteadEvent['type'], state: InsteadStatus | PayState, more?: { elapsed: number }) => {
    try {
      settings?.onEvent?.(toEvent(type, state, more));
    } catch (error) {
      reportCallbackError(error);
    }
  };
  const keeper = createGatewayKeeper(
    (status) => emit('script', status),
    (gateway) => (running?.gateway === gateway ? running.payment.outcome : undefined),
  );

  function run(entry: Entry) {
    const { getState, subscribe } = entry.payment;
    const startedAt = Date.now();
    running = entry;
    const follow = () => {
      const state = getState();
      // Free before anybody hears of it: who starts the next payment from a callback must find the way clear.
      if (isSettled(state)) {
        running = undefined;
        stop();
      }
      current.set(state);
      emit('payment', state, { elapsed: Date.now() - startedAt });
    };
    const stop = subscribe(follow);
    follow();
    return entry;
  }

  /** The same order, or a second press of the same button while nobody can know its order. */
  function joins({ payment, owner }: Entry, source: PayRequestSource, by: unknown): boolean {
    const merchantUid = merchantUidOf(payment.getState());
    return typeof source === 'function' || !merchantUid ? by === owner : merchantUid === source?.merchantUid;
  }

  /** Starts a payment, or says which one stands in its place: the same that is running already, or none. */
  function start(source: PayRequestSource, owner: unknown, signal?: AbortSignal): Omit<Entry, 'gateway'> {
    // After a reload nobody can see whether the earlier window still stands. This click may look: if it is gone, that
    // payment settles here and now, and does not stand in the way.
    if (running && !running.owner) running.payment.focus();
    if (running && joins(running, source, owner)) {
      running.payment.focus();
      return running;
    }
    if (!settings || keeper.isRetired(settings.gateway)) return { payment: refusePayment('disposed'), owner };
    // The shop's own function runs in `startPayment`, before there is a payment to look at. A press out of it finds the lock
    // closed.
    if (running || isStarting) return { payment: refusePayment('already_paying'), owner };
    const { gateway, sandbox } = settings;
    isStarting = true;
    const payment = startPayment(gateway, source, { sandbox, signal });
    isStarting = false;
    return run({ payment, owner, gateway });
  }

  const connect = () => keeper.connect(settings?.gateway);

  /** Starts loading if nothing has; says nothing of a failure, which is in the status. */
  const load = () => void connect().catch(() => {});

  return {
    configure: (next: StoreSettings) => void (settings = next),
    /** Puts the gateway to work and returns the undo. A payment that still runs on it comes to its end first. */
    mount(gateway: Gateway, load: 'eager' | 'lazy'): () => void {
      const payment = running ? null : resumePayment(gateway);
      if (payment) run({ payment, gateway, owner: undefined });
      return keeper.mount(gateway, load);
    },
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
      if (current.get() === state) current.set(IDLE);
    },
  };
}

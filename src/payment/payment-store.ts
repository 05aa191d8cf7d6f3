import { reportCallbackError } from '../errors.ts';
import { toEvent, type InsteadEvent } from './event.ts';
import type { InsteadAdapter, ScriptStatus } from './adapter.ts';
import { createAdapterLifecycle } from './adapter-lifecycle.ts';
import { createStore } from './store.ts';
import { refusePayment, resumePayment, startPayment, type Payment, type PayRequestInput } from './payment.ts';
import { IDLE, isSettled, merchantUidOf, type PayState } from './state.ts';

export interface StoreSettings {
  adapter: InsteadAdapter;
  sandbox?: boolean | undefined;
  onEvent?: ((event: InsteadEvent) => void) | undefined;
}

/** A payment in progress. `owner` is the controller that started it, or undefined for a resumed payment. */
interface Entry {
  payment: Payment;
  owner: unknown;
  adapter: InsteadAdapter;
}

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Creates the store of the page's payment, of which only one is in progress at a time, and of its adapter. */
export function createPaymentStore() {
  let settings: StoreSettings | undefined;
  let running: Entry | undefined;
  let isStarting = false;
  const current = createStore<PayState>(IDLE);
  const emit = (type: InsteadEvent['type'], state: ScriptStatus | PayState, more?: { durationMs: number }) => {
    try {
      settings?.onEvent?.(toEvent(type, state, more));
    } catch (error) {
      reportCallbackError(error);
    }
  };
  const lifecycle = createAdapterLifecycle(
    (status) => emit('script', status),
    (adapter) => (running?.adapter === adapter ? running.payment.outcome : undefined),
  );

  function run(entry: Entry) {
    const { getState, subscribe } = entry.payment;
    const startedAt = Date.now();
    running = entry;
    const onChange = () => {
      const state = getState();
      // Released before anything is notified: a listener may start the next payment.
      if (isSettled(state)) {
        running = undefined;
        unsubscribe();
      }
      current.set(state);
      emit('payment', state, { durationMs: Date.now() - startedAt });
    };
    const unsubscribe = subscribe(onChange);
    onChange();
    return entry;
  }

  /** Returns whether a call is for the payment in progress: the same order, or the same owner while the order is unknown. */
  function joins({ payment, owner }: Entry, source: PayRequestInput, caller: unknown): boolean {
    const merchantUid = merchantUidOf(payment.getState());
    return typeof source === 'function' || !merchantUid ? caller === owner : merchantUid === source?.merchantUid;
  }

  /** Starts a payment. Returns the one in progress for a repeated call, and a failed one if another is in progress. */
  function start(source: PayRequestInput, owner: unknown, signal?: AbortSignal): Omit<Entry, 'adapter'> {
    // After a reload only a click can check whether the earlier popup is still open. If it is not, `focus` settles its
    // payment, and this one can start.
    if (running && !running.owner) running.payment.focus();
    if (running && joins(running, source, owner)) {
      running.payment.focus();
      return running;
    }
    if (!settings || lifecycle.isRetired(settings.adapter)) return { payment: refusePayment('disposed'), owner };
    // The shop's function runs inside `startPayment`, before `running` is set. `isStarting` refuses a pay() call from it.
    if (running || isStarting) return { payment: refusePayment('already_paying'), owner };
    const { adapter, sandbox } = settings;
    isStarting = true;
    const payment = startPayment(adapter, source, { sandbox, signal });
    isStarting = false;
    return run({ payment, owner, adapter });
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
      const payment = running ? null : resumePayment(adapter);
      if (payment) run({ payment, adapter, owner: undefined });
      return lifecycle.mount(adapter, load);
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
    subscribe(listener: () => void) {
      const cleanups = [lifecycle.subscribe(listener), current.subscribe(listener)];
      return () => cleanups.forEach((unsubscribe) => unsubscribe());
    },
    cancel: () => running?.payment.cancel(),
    focus: () => running?.payment.focus(),
    /** Goes back to `idle` if the settled payment is still the current one. */
    forget(state: PayState) {
      if (current.get() === state) current.set(IDLE);
    },
  };
}

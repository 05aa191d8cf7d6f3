import type { InsteadAdapter } from './adapter.ts';
import type { Payment } from './payment.ts';
import type { PayRequestInput } from './order-function.ts';

/** A component that can start a payment, or take up one whose component has gone. */
export interface PaymentOwner {
  /** Whether the payment may be this component's. */
  accepts(merchantUid: string): boolean;
  /** Whether it announces the outcome, as a PayButton does. */
  announces?: boolean;
  takeUp(payment: Payment, isResumed: boolean): void;
}

/** The payment that runs on a page. */
export interface RunningPayment {
  readonly payment: Payment;
  readonly adapter: InsteadAdapter;
  /** What `pay()` was called with; `undefined` for a resumed payment. */
  readonly source?: PayRequestInput;
  /** The component that started it or took it up; `undefined` once that has gone. */
  owner: PaymentOwner | undefined;
  /** The store that shows it. */
  display?: PaymentDisplay;
}

/** A store that can show a payment. */
export interface PaymentDisplay {
  show(running: RunningPayment): void;
  /** Offers a payment whose component has gone to the mounted ones. */
  offer(): void;
}

/** The payment of a page. All providers of the page share it, also those of other React roots: one payment runs at a time. */
export interface PaymentPage {
  running?: RunningPayment | undefined;
  /** The shop's order function is being called: `running` is not set yet. */
  isStarting?: boolean;
  /** The mounted stores. One of them shows the running payment. */
  readonly displays: Set<PaymentDisplay>;
}

const ownPages = new WeakMap<InsteadAdapter, { payments?: unknown }>();

/** Returns the page of an adapter. One that shares nothing has a page to itself. */
export function pageOf(adapter: InsteadAdapter): PaymentPage {
  let page = adapter.getPage?.() ?? ownPages.get(adapter);
  if (!page) ownPages.set(adapter, (page = {}));
  return (page.payments ??= { displays: new Set() }) as PaymentPage;
}

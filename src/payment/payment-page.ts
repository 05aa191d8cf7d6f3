import type { InsteadAdapter } from './adapter.ts';
import type { RunningPayment } from './payment-store.ts';

/** The payment of a page. All providers of the page share it, also those of other React roots: one payment runs at a time. */
export interface PaymentPage {
  running?: RunningPayment | undefined;
  /** The shop's order function is being called: `running` is not set yet. */
  isStarting?: boolean;
  /** The mounted stores. One of them shows the running payment. */
  readonly displays: Set<PaymentDisplay>;
}

/** A store that can show a payment. */
export interface PaymentDisplay {
  show(running: RunningPayment): void;
  /** Offers a payment whose component has gone to the mounted ones. */
  offer(): void;
}

export const createPaymentPage = (): PaymentPage => ({ displays: new Set() });

const pages = new WeakMap<InsteadAdapter, PaymentPage>();

/** Returns the page of an adapter. One that shares nothing has a page to itself. */
export function pageOf(adapter: InsteadAdapter): PaymentPage {
  let page = adapter.getPage?.() ?? pages.get(adapter);
  if (!page) pages.set(adapter, (page = createPaymentPage()));
  return page;
}

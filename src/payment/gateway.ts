import type { InsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { PayEvent } from './transition.ts';

/** Whether Instead's script is there and has its token. */
export type InsteadStatus =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly error: InsteadError };

/** Tells the payment what happened in its window. */
export type Report = (event: PayEvent) => void;

/** What a payment needs from outside. The real one is in `vendor/`; `react-instead-pay/testing` has one driven by hand. */
export interface Gateway {
  /** Where the script stands. The same object until that changes. */
  getStatus(): InsteadStatus;
  /** Calls back whenever `getStatus()` says something new. Returns the undo. */
  subscribe(listener: () => void): () => void;
  /** Loads and connects. Calls share one try; after a failure the next call starts afresh. Rejects with an InsteadError. */
  connect(): Promise<void>;
  /** Opens the waiting window, synchronously, since only the click itself may. `null`: the browser blocked it. */
  openWindow(report: Report): PayWindow | null;
  /** Takes up the payment that an earlier document of this page left open, if there is one. */
  resume(report: Report): ResumedWindow | null;
  /** Takes everything off the page again. `connect()` may build it anew later. */
  dispose(): void;
}

/** The window of one payment, as a {@link Gateway} opens it: blank at first, then Instead's page. */
export interface PayWindow {
  /** Asks Instead for a session and sends the window there. Results come by `report`. */
  request(request: PayRequest): void;
  /** Brings the window to the front. */
  focus(): void;
  /** Stops listening and leaves the window to the shopper: sharing may still be going on in it. */
  release(): void;
  /** Stops listening and closes the window. Nothing is reported afterwards. */
  close(): void;
}

/** A payment that an earlier document of this page left open, and its window. */
export interface ResumedWindow {
  /** The order's number. */
  merchantUid: string;
  /** Its window. It is closed or brought to the front from here, and not requested again. */
  window: PayWindow;
}

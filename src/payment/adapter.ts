import type { InsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { PaymentEvent } from './transition.ts';

/** The status of Instead's script: `ready` means that it is loaded and has a token. */
export type ScriptStatus =
  /** Loading has not started. */
  | { readonly status: 'idle' }
  /** The script is loading, or its token is being requested. */
  | { readonly status: 'loading' }
  /** The script is loaded and has a token. */
  | { readonly status: 'ready' }
  /** Loading failed; `error.code` gives the reason. */
  | { readonly status: 'failed'; readonly error: InsteadError };

/** Reports to the payment what happened in its popup. */
export type ReportEvent = (event: PaymentEvent) => void;

/**
 * The connection between payments and Instead: loads the script and opens popups.
 *
 * The default is in `sdk/`; `createMockAdapter` of `react-instead-pay/testing` returns one that a test controls.
 */
export interface InsteadAdapter {
  /**
   * Returns an object that the adapters of one page share. One payment at a time runs on them.
   * @default the adapter itself
   */
  getPage?(): { payments?: unknown };
  /** Returns the script's status: the same object until the status changes. */
  getStatus(): ScriptStatus;
  /** Calls `listener` when the result of `getStatus()` changes. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Loads the script and gets a token. Concurrent calls share one attempt. Rejects with an {@link InsteadError}. */
  connect(): Promise<void>;
  /** Opens a loading popup, synchronously, because browsers allow it only in the click. `null` if it is blocked. */
  openPopup(report: ReportEvent): PaymentPopup | null;
  /** Resumes the payment that an earlier document of this page left open. `null` if there is none. */
  resume(report: ReportEvent): ResumedPayment | null;
  /** Removes everything from the page. A later `connect()` loads it again. */
  dispose(): void;
}

/** The popup of one payment, as an {@link InsteadAdapter} opens it: a loading page first, then Instead's page. */
export interface PaymentPopup {
  /** Requests a session from Instead and navigates the popup to its page. Results are reported as events. */
  request(request: PayRequest): void;
  /** Brings the popup to the front. */
  focus(): void;
  /** Stops reporting and leaves the popup open: the shopper may still be sharing the request in it. */
  release(): void;
  /** Stops reporting and closes the popup. */
  close(): void;
}

/** A payment that an earlier document of this page left open, with its popup. */
export interface ResumedPayment {
  /** The order number. */
  merchantUid: string;
  /**
   * `false` if the popup was not found. Then the payment is shown only when the popup reports an event.
   * @default true
   */
  isFound?: boolean;
  /** The popup, for `focus`, `release` and `close`; `request` is not called again. */
  popup: PaymentPopup;
}

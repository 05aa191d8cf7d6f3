import type { InsteadEvent } from '../payment/event.ts';
import type { InsteadAdapter, ScriptStatus } from '../payment/adapter.ts';
import type { Locale } from '../payment/locale.ts';
import { createPaymentController, type Pay } from '../payment/payment-controller.ts';
import { createPaymentStore } from '../payment/payment-store.ts';
import type { PayState } from '../payment/state.ts';
import { createScriptAdapter } from './script-adapter.ts';

/** Settings shared by `<InsteadProvider>` and {@link createInsteadClient}. */
export interface SharedOptions {
  /**
   * Default for a request's `sandboxYn`: `true` is Instead's test mode, `false` real money.
   * @default none: then each request must say, or is `invalid_request`. Real money is never a default
   */
  sandbox?: boolean;
  /**
   * Where Instead's API answers. A path alone is resolved against the page: `'/instead/api'`.
   * @default 'https://instead.co.kr/api'
   */
  apiUrl?: string;
  /**
   * Where the script is served; several addresses are tried in turn.
   * @default the address that is pinned to a commit, then the guide's, both under the pinned hash
   */
  scriptSrc?: string | readonly string[];
  /**
   * Subresource Integrity of the script. A file with another hash is refused: `sdk_load_failed`.
   * @default the pinned hash for the default addresses, none for others
   */
  scriptIntegrity?: string;
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string;
  /**
   * When the script is loaded: at once, or on the first hover, focus or `pay()`.
   * @default 'eager'
   */
  load?: 'eager' | 'lazy';
  /**
   * How long each step may take, in ms, retries included: any positive number, `Infinity` included.
   * @default { script: 15000, token: 15000, session: 15000, order: 30000 }
   */
  timeouts?: {
    /** Until Instead's script is loaded, in ms. */
    script?: number;
    /** Until it has its token, in ms. */
    token?: number;
    /** Until Instead has taken the request, in ms. */
    session?: number;
    /** Until the function passed as the request has returned the order, in ms. Then the payment fails with `order_failed`. */
    order?: number;
  };
  /**
   * The shopper's language: `'ko'` or `'en'`.
   * @default 'ko'
   */
  locale?: Locale;
  /** Called for each step of the script and of payments, without personal data. */
  onEvent?: (event: InsteadEvent) => void;
}

/** `clientId` may be left out only with a `gateway` of `react-instead-pay/testing`. */
export type InsteadIdentity =
  { clientId: string; adapter?: undefined } | { clientId?: string; adapter: InsteadAdapter };

/** What {@link createInsteadClient} takes. */
export type InsteadClientOptions = SharedOptions & InsteadIdentity;

/** What {@link createInsteadClient} makes. */
export interface InsteadClient {
  /** Resolves when the script is there with its token. Rejects with an InsteadError: `sdk_load_failed`, `token_failed`, `disposed`. */
  ready(): Promise<void>;
  /** Tries again after a failure. The result is in `getStatus()`. */
  retry(): void;
  /** Where the script stands. */
  getStatus(): ScriptStatus;
  /** The payment that runs, or the last one that did. */
  getPayment(): PayState;
  /** Calls back whenever `getStatus()` or `getPayment()` says something new. Returns the undo. */
  subscribe(listener: () => void): () => void;
  /** Starts a payment. Call it in the click handler, before any `await`. Never rejects. */
  pay: Pay;
  /** Closes the window and ends the payment: `cancelled`, `aborted`. */
  cancel(): void;
  /** Brings the payment window to the front. */
  focus(): void;
  /** Takes the script off the page. A payment under way comes to its end first; a later `pay()` is `disposed`. */
  dispose(): void;
}

/**
 * Makes what `<InsteadProvider>` and `useInsteadPay()` are made of, for a page without React (guide, steps 2 to 4).
 *
 * It resolves when somebody has been *asked* to pay, which is not a payment.
 *
 * @example
 * import { createInsteadClient } from 'react-instead-pay';
 * const instead = createInsteadClient({ clientId: 'my-shop', sandbox: true });
 * button.onclick = async () => console.log((await instead.pay(request)).status);
 */
export function createInsteadClient(options: InsteadClientOptions): InsteadClient {
  const { sandbox, onEvent, load = 'eager', locale = 'ko' } = options;
  const store = createPaymentStore();
  const handle = createPaymentController();
  const adapter = options.adapter ?? createScriptAdapter({ ...options, getLocale: () => locale });
  store.configure({ adapter, sandbox, onEvent, orderTimeout: options.timeouts?.order });
  handle.configure(store, {});
  // On a server there is no page to load anything into.
  const unmount = store.mount(adapter, typeof window === 'undefined' && !options.adapter ? 'lazy' : load);
  return {
    ready: store.ready,
    retry: store.load,
    getStatus: store.getStatus,
    getPayment: store.getPayment,
    subscribe: store.subscribe,
    pay: handle.pay,
    cancel: store.cancel,
    focus: store.focus,
    dispose: unmount,
  };
}

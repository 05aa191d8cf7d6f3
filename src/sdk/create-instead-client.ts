import type { InsteadEvent } from '../payment/event.ts';
import type { InsteadAdapter, ScriptStatus } from '../payment/adapter.ts';
import type { PayLocale } from '../locales/pay-locale.ts';
import { checkTimeouts } from '../payment/check-timeouts.ts';
import { createPaymentController, type Pay } from '../payment/payment-controller.ts';
import { createPaymentStore } from '../payment/payment-store.ts';
import type { PayState } from '../payment/state.ts';
import { createScriptAdapter } from './script-adapter.ts';

/** The options that `<InsteadProvider>` and {@link createInsteadClient} share. */
export interface SharedOptions {
  /**
   * The default for a request's `sandboxYn`.
   * - `true`: Instead's test mode; no money is charged.
   * - `false`: real money.
   *
   * @default undefined: a request without `sandboxYn` is `invalid_request`, because real money is never a default
   */
  sandbox?: boolean;
  /**
   * The base URL of Instead's API. A path is resolved against the page: `'/instead/api'`.
   * @default 'https://instead.co.kr/api'
   */
  apiUrl?: string;
  /**
   * The URL of the script, or several to try in turn.
   * @default the URL that is pinned to a commit, then the guide's, both with the pinned hash
   */
  scriptSrc?: string | readonly string[];
  /**
   * The Subresource Integrity hash of the script. A file with another hash is refused: `sdk_load_failed`.
   * @default the pinned hash for the default URLs, none for others
   */
  scriptIntegrity?: string;
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string;
  /**
   * When the script is loaded.
   * - `'eager'`: on mount, so that a click need not wait for it.
   * - `'lazy'`: on the first hover or focus of a button, or on `pay()`.
   *
   * @default 'eager'
   */
  load?: 'eager' | 'lazy';
  /**
   * How long each step may take, in ms, retries included: any positive number, `Infinity` included.
   * @default { script: 15000, token: 15000, session: 15000, order: 30000 }
   */
  timeouts?: {
    /** Loading Instead's script, in ms. */
    script?: number;
    /** Getting its token, in ms. */
    token?: number;
    /** Creating the session of a payment request, in ms. */
    session?: number;
    /** Until the function passed as the request has returned the order, in ms. Then the payment fails with `order_failed`. */
    order?: number;
  };
  /**
   * The texts that the shopper sees, from `react-instead-pay/locales` or your own.
   * @default Korean
   */
  locale?: PayLocale | undefined;
  /** Called when the status of the script or of a payment changes. Events contain no personal data. */
  onEvent?: (event: InsteadEvent) => void;
}

/** `clientId` is optional only with an `adapter`, such as the one of `react-instead-pay/testing`. */
export type InsteadIdentity =
  { clientId: string; adapter?: undefined } | { clientId?: string; adapter: InsteadAdapter };

/** The options of {@link createInsteadClient}. */
export type InsteadClientOptions = SharedOptions & InsteadIdentity;

/** The client that {@link createInsteadClient} returns. */
export interface InsteadClient {
  /**
   * Resolves when the script is loaded and has its token. Rejects with an `InsteadError`: `sdk_load_failed`, `token_failed`
   * or `disposed`.
   */
  ready(): Promise<void>;
  /** Loads the script again after a failure. The result is in `getStatus()`. */
  retry(): void;
  /** Returns the status of the script: the same object until it changes. */
  getStatus(): ScriptStatus;
  /** Returns the state of the payment in progress, or of the last one: the same object until it changes. */
  getPayment(): PayState;
  /** Calls `listener` when the result of `getStatus()` or `getPayment()` changes. Returns the unsubscribe function. */
  subscribe(listener: () => void): () => void;
  /** Starts a payment request. Call it in the click handler, before any `await`. Never rejects. */
  pay: Pay;
  /** Closes the popup and cancels the payment: `cancelled` with the reason `aborted`. */
  cancel(): void;
  /** Brings the popup to the front. */
  focus(): void;
  /**
   * Removes the script from the page. A payment in progress settles first; a later `pay()` resolves `failed` with
   * `disposed`.
   */
  dispose(): void;
}

/**
 * Creates a client for a page without React: what `<InsteadProvider>` and `useInsteadPay()` do, as functions (guide, steps
 * 2 to 4). Loads the script at once, unless `load` is `'lazy'` or the code runs on a server.
 *
 * `sent` means that the request has reached a payer, not that it is paid.
 *
 * @param options the client id and the options; each has a default, except for `clientId`
 * @returns the client; call its `dispose()` when the page no longer needs it
 * @throws `RangeError` for a time-out that is not above 0
 * @example
 * import { createInsteadClient } from 'react-instead-pay';
 *
 * const instead = createInsteadClient({ clientId: 'my-shop', sandbox: true });
 * document.querySelector('#ask')?.addEventListener('click', async () => {
 *   const outcome = await instead.pay({
 *     name: '김스테드',
 *     merchantUid: 'order-1042',
 *     itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
 *     payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
 *     totalAmt: 3000,
 *   });
 *   if (outcome.status === 'failed') console.error(outcome.error.code);
 * });
 */
export function createInsteadClient(options: InsteadClientOptions): InsteadClient {
  const { sandbox, onEvent, timeouts, load = 'eager', locale } = options;
  checkTimeouts(timeouts);
  const store = createPaymentStore();
  const handle = createPaymentController();
  const adapter = options.adapter ?? createScriptAdapter({ ...options, getLocale: () => locale });
  store.configure({ adapter, sandbox, onEvent, orderTimeout: timeouts?.order });
  handle.configure(store, {});
  // On a server there is no page to load the script into.
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

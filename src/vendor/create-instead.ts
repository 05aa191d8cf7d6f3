import type { InsteadEvent } from '../payment/event.ts';
import type { Gateway, InsteadStatus } from '../payment/gateway.ts';
import type { Locale } from '../payment/locale.ts';
import { createPayHandle, type Pay } from '../payment/pay-handle.ts';
import { createPaymentStore } from '../payment/payment-store.ts';
import type { PayState } from '../payment/state.ts';
import { createVendorGateway } from './vendor-gateway.ts';

/** Settings shared by `<InsteadProvider>` and {@link createInstead}. */
export interface InsteadSettings {
  /**
   * Default for a request's `sandboxYn`: `true` pretended, `false` real money.
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
   * How long each step may take, in ms, tries included: loading the `script`, getting the `token`, making the `session`.
   * @default { script: 15000, token: 15000, session: 15000 }
   */
  timeouts?: {
    /** Until Instead's script is loaded, in ms. */
    script?: number;
    /** Until it has its token, in ms. */
    token?: number;
    /** Until Instead has taken the request, in ms. */
    session?: number;
  };
  /**
   * The shopper's language: `'ko'` or `'en'`.
   * @default 'ko'
   */
  locale?: Locale;
  /** Hears every step with its time. No personal data is in it. */
  onEvent?: (event: InsteadEvent) => void;
}

/** `clientId` may be left out only with a `gateway` of `react-instead-pay/testing`. */
export type InsteadIdentity = { clientId: string; gateway?: undefined } | { clientId?: string; gateway: Gateway };

/** What {@link createInstead} takes. */
export type InsteadOptions = InsteadSettings & InsteadIdentity;

/** What {@link createInstead} makes. */
export interface Instead {
  /** Resolves when the script is there with its token. Rejects with an InsteadError: `sdk_load_failed`, `connect_failed`, `disposed`. */
  ready(): Promise<void>;
  /** Tries again after a failure. The result is in `getStatus()`. */
  retry(): void;
  /** Where the script stands. */
  getStatus(): InsteadStatus;
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
 * import { createInstead } from 'react-instead-pay';
 * const instead = createInstead({ clientId: 'my-shop', sandbox: true });
 * button.onclick = async () => console.log((await instead.pay(request)).status);
 */
export function createInstead(options: InsteadOptions): Instead {
  const { sandbox, onEvent, load = 'eager', locale = 'ko' } = options;
  const store = createPaymentStore();
  const handle = createPayHandle();
  const gateway = options.gateway ?? createVendorGateway({ ...options, getLocale: () => locale });
  store.configure({ gateway, sandbox, onEvent });
  handle.configure(store, {});
  // On a server there is no page to load anything into.
  const unmount = store.mount(gateway, typeof window === 'undefined' && !options.gateway ? 'lazy' : load);
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

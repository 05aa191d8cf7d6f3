// Long because every code and every field has its sentence here.
/**
 * Every way this library fails. The list is closed: a `switch` over it needs no `default`.
 *
 * | code | what to do |
 * |---|---|
 * | `sdk_load_failed` | check the network, the CSP and an ad blocker, then `retry()` |
 * | `connect_failed` | check `clientId`; if it is right, `retry()` |
 * | `session_failed` | let the shopper press again |
 * | `popup_blocked` | call `pay()` in the click itself, before any `await` |
 * | `window_lost` | send `Cross-Origin-Opener-Policy: same-origin-allow-popups` |
 * | `invalid_request` | read `error.issues` |
 * | `order_failed` | read `error.cause`: it is what your own function threw |
 * | `already_paying` | wait for the running payment, or `cancel()` it |
 * | `no_provider` | put `<InsteadProvider>` around the component |
 * | `disposed` | do not keep `pay` of a client that is gone |
 * | `notice_malformed` | (server) answer 400: this is not a notice of Instead's |
 */
export type InsteadErrorCode =
  | 'sdk_load_failed'
  | 'connect_failed'
  | 'session_failed'
  | 'popup_blocked'
  | 'window_lost'
  | 'invalid_request'
  | 'order_failed'
  | 'already_paying'
  | 'no_provider'
  | 'disposed'
  | 'notice_malformed';

/** One thing that is wrong with a request: where, and what. */
export interface InsteadIssue {
  /** The field, as one would write it: `itemList[0].itemName`. */
  path: string;
  /** What is wrong and what is expected, in English, for a developer. */
  message: string;
}

interface InsteadErrorOptions {
  /** @default what is usual for the code */
  retryable?: boolean;
  /** With `connect_failed` and `session_failed` the HTTP status, 0 for no answer. Never a name, an item or a token. */
  cause?: unknown;
  issues?: readonly InsteadIssue[];
}

/**
 * The sentence for a code, or for a field of a request. Production builds leave the sentences out: there the word speaks
 * alone.
 */
export let sentenceOf = (word: string, _more?: InsteadErrorOptions): string => word;
try {
  if (process.env.NODE_ENV !== 'production') {
    // What happened, why it matters, what to do.
    const codes: Record<InsteadErrorCode, string> = {
      sdk_load_failed:
        "Instead's script did not load. Nobody can be asked to pay until it does. Check the network, your Content-Security-Policy (script-src, connect-src, trusted-types react-instead-pay), a sandbox without allow-same-origin and ad blockers, then call retry().",
      connect_failed:
        'Instead gave no token for this client. Nobody can be asked to pay until it does. Check clientId against the admin site, and apiUrl; if they are right, call retry().',
      session_failed:
        'Instead did not take the payment request. Nobody has been asked to pay. Let the shopper press the button again.',
      popup_blocked:
        'The browser blocked the payment window. The shopper cannot send the request without it. Call pay() in the click handler itself, before any await: pass a function as the request to do slow work.',
      window_lost:
        "The payment window was cut off from this page as it opened, so its result cannot arrive. That is what Cross-Origin-Opener-Policy: same-origin does. Send 'Cross-Origin-Opener-Policy: same-origin-allow-popups' with the page that calls pay().",
      invalid_request:
        'The payment request is wrong, so no window was opened and nobody has been asked to pay. Correct the fields in error.issues.',
      order_failed:
        'The function given to pay() did not return an order, so nobody has been asked to pay. What it threw is error.cause.',
      already_paying:
        'Another payment is under way on this page, and one shopper can answer one window at a time. Wait for it to settle, or cancel() it first.',
      no_provider:
        'There is no <InsteadProvider> above this component, so it has nothing to pay with. Put <InsteadProvider clientId="…"> around the part of the tree that takes payments.',
      disposed:
        'This Instead client is gone: its provider was unmounted or dispose() was called. Nobody has been asked to pay. Take pay() from the client that is on the page now.',
      notice_malformed:
        'This is not a notice of Instead: it needs instead_uid, merchant_uid and status, each once. Nothing was changed. Answer 400.',
    };
    const sentences: Partial<Record<string, string>> = {
      ...codes,
      request: 'must be an object with name, merchantUid, itemList, payEndDttm and totalAmt.',
      name: 'must be a non-empty string: who asks.',
      merchantUid: "must be a non-empty string: your order's own number.",
      itemList: 'must be a list with at least one item.',
      item: 'must be an object with itemName and itemAmt.',
      itemName: 'must be a non-empty string: what the friend reads.',
      itemAmt: 'must be a non-empty string or a number.',
      imgUrl: 'must be an http(s) address, empty, or left out.',
      orderUrl: 'must be an http(s) address, empty, or left out.',
      payEndDttm:
        'must be a Date, or whole Unix milliseconds as a number or a string of digits, and in the future. It counts milliseconds, not seconds.',
      sandboxYn: "must be '1' (pretended) or '0' (real money), here or as the provider's sandbox.",
      totalAmt: 'must be a positive whole number of won.',
      request_cb: 'must be a function, or left out.',
    };
    sentenceOf = (word, { cause, issues = [] } = {}) =>
      [
        sentences[word] ?? word,
        typeof cause === 'number' && (cause ? `Instead answered ${cause}.` : 'Instead did not answer.'),
        ...issues.map(({ path, message }) => `${path || 'The request'} ${message}`),
      ]
        .filter(Boolean)
        .join(' ');
  }
} catch {
  // A page without a bundler has no `process`. It gets what production gets.
}

/**
 * What every failure of this library is.
 *
 * Branch on `code`: it is stable, while `message` is an English sentence for developers that production builds leave out.
 * Test with {@link isInsteadError}, not with `instanceof`: each entry of the package carries a class of its own.
 *
 * @example
 * import { isInsteadError } from 'react-instead-pay';
 * if (isInsteadError(error) && error.retryable) showTryAgain();
 */
export class InsteadError extends Error {
  override readonly name = 'InsteadError';
  readonly code: InsteadErrorCode;
  /** Whether the same call may work later, without a change of code or settings. */
  readonly retryable: boolean;
  /** With `invalid_request`: every field that is wrong, not the first alone. */
  declare readonly issues?: readonly InsteadIssue[];

  constructor(code: InsteadErrorCode, options: InsteadErrorOptions = {}) {
    const { issues } = options;
    super(sentenceOf(code, options), options);
    this.code = code;
    this.retryable = options.retryable ?? /_(failed|blocked|paying)$/.test(code);
    if (issues) this.issues = issues;
  }
}

/**
 * Tells whether something thrown or given is an {@link InsteadError}, whichever entry of the package made it.
 *
 * @example
 * import { isInsteadError } from 'react-instead-pay';
 * const code = isInsteadError(error) ? error.code : 'unknown';
 */
export function isInsteadError(value: unknown): value is InsteadError {
  if (typeof value !== 'object' || value === null) return false;
  const { name, code } = value as Partial<InsteadError>;
  return name === 'InsteadError' && typeof code === 'string';
}

/** An InsteadError as it is; anything else as the cause of one with this code. */
export function toInsteadError(cause: unknown, code: InsteadErrorCode): InsteadError {
  return isInsteadError(cause) ? cause : new InsteadError(code, { cause });
}

/** Tells the page of an error thrown by the shop's own callback: loudly, but without breaking the payment. */
export function reportCallbackError(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

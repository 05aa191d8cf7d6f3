// Long because it holds the message for every error code and every request field.
/**
 * The code of an {@link InsteadError}. The list is closed: a `switch` over it needs no `default`.
 *
 * | code | what to do |
 * |---|---|
 * | `sdk_load_failed` | check the network, the CSP and ad blockers, then `retry()` |
 * | `token_failed` | check `clientId`; if it is right, `retry()` |
 * | `session_failed` | let the shopper click again |
 * | `popup_blocked` | call `pay()` in the click handler, before any `await` |
 * | `popup_lost` | send `Cross-Origin-Opener-Policy: same-origin-allow-popups` |
 * | `invalid_request` | read `error.issues` |
 * | `order_failed` | read `error.cause`: the error that your own function threw |
 * | `already_paying` | wait for the running payment, or `cancel()` it |
 * | `no_provider` | wrap the component in `<InsteadProvider>` |
 * | `disposed` | call `pay` of the client that is mounted now |
 * | `invalid_webhook` | (server) answer 400: this is not an Instead webhook |
 */
export type InsteadErrorCode =
  | 'sdk_load_failed'
  | 'token_failed'
  | 'session_failed'
  | 'popup_blocked'
  | 'popup_lost'
  | 'invalid_request'
  | 'order_failed'
  | 'already_paying'
  | 'no_provider'
  | 'disposed'
  | 'invalid_webhook';

/** One invalid field of a payment request. */
export interface InsteadIssue {
  /** The path of the field, such as `itemList[0].itemName`; empty for the request itself. */
  path: string;
  /** What the field must be, in English, for developers. Production builds leave it out. */
  message: string;
}

interface InsteadErrorOptions {
  /** @default what is usual for the code */
  retryable?: boolean;
  /** For `token_failed` and `session_failed` the HTTP status, 0 without a response. Never a name, an item or a token. */
  cause?: unknown;
  issues?: readonly InsteadIssue[];
}

/**
 * Returns the message for an error code or a request field. Production builds leave the messages out and return the key
 * itself.
 */
export let errorMessage = (key: string, _options?: InsteadErrorOptions): string => key;
try {
  if (process.env.NODE_ENV !== 'production') {
    // What is wrong, why it matters, what to do.
    const codes: Record<InsteadErrorCode, string> = {
      sdk_load_failed:
        "Instead's script failed to load. No payment request can be sent without it. Check the network, ad blockers, your Content-Security-Policy (script-src, connect-src, trusted-types react-instead-pay) and any iframe sandbox without allow-same-origin, then call retry().",
      token_failed:
        'Instead issued no token for this client. No payment request can be sent without one. Check clientId against the admin site, and apiUrl; if both are right, call retry().',
      session_failed:
        'Instead did not accept the payment request. Nothing was sent to the payer. Let the shopper click the button again.',
      popup_blocked:
        'The browser blocked the popup. The shopper cannot send the payment request without it. Call pay() in the click handler, before any await; pass a function as the request to do async work.',
      popup_lost:
        "The popup was disconnected from this page when it opened, so its result cannot arrive. Cross-Origin-Opener-Policy: same-origin has this effect. Send 'Cross-Origin-Opener-Policy: same-origin-allow-popups' with the page that calls pay().",
      invalid_request:
        'The payment request is invalid. Nothing was sent to Instead or to the payer. Correct the fields in error.issues.',
      order_failed:
        'The function passed to pay() did not return a payment request. Nothing was sent to Instead. Read error.cause: it is what the function threw.',
      already_paying:
        'Another payment is in progress on this page. Only one popup can be open at a time. Wait for that payment to settle, or cancel() it first.',
      no_provider:
        'There is no <InsteadProvider> above this component. Without one it has no client to pay with. Render <InsteadProvider clientId="…"> around the part of the tree that takes payments.',
      disposed:
        'This Instead client is disposed: its provider was unmounted or dispose() was called. No payment was started. Call pay() of the client that is mounted now.',
      invalid_webhook:
        'This is not a valid Instead webhook. It must have instead_uid, merchant_uid and status, each exactly once. Answer 400.',
    };
    const messages: Partial<Record<string, string>> = {
      ...codes,
      request: 'must be an object with name, merchantUid, itemList, payEndDttm and totalAmt.',
      name: 'must be a non-empty string: the name of the person who asks.',
      merchantUid:
        'must be your order number: 1 to 200 characters, without control characters or white space at either end, and not "." or "..".',
      itemList: 'must be an array with at least one item.',
      item: 'must be an object with itemName and itemAmt.',
      itemName: 'must be a non-empty string: the product name that the payer reads.',
      itemAmt: 'must be a non-empty string or a number.',
      imgUrl: 'must be an http(s) URL, empty, or left out.',
      orderUrl: 'must be an http(s) URL, empty, or left out.',
      payEndDttm:
        'must be a Date, whole Unix milliseconds, not seconds, as a number or a string of digits, or an ISO date with its time zone; and not past by more than a day.',
      sandboxYn: "must be '1' (test payment) or '0' (real payment). Set it here, or sandbox on the provider.",
      totalAmt: 'must be a positive whole number of won.',
      request_cb: 'must be a function, or left out.',
      // The causes of `sdk_load_failed` and `token_failed`.
      no_frame: 'The page cannot access its own frame',
      no_script: "did not load, does not match its integrity hash, or is not Instead's script",
      no_xhr: 'The script sent no XMLHttpRequest',
      timeout:
        'must be a number of milliseconds above 0, or Infinity. The step would fail before it has started. Leave it out for the default.',
      pay_request:
        'pay() was called without a payment request. Nothing was started. Pass a request or a function that returns one: onClick={() => pay(request)}.',
      pay_signal:
        'The `signal` passed to pay() is not an AbortSignal. Nothing was started. Pass `controller.signal` rather than the controller.',
    };
    errorMessage = (key, { cause, issues = [] } = {}) =>
      [
        messages[key] ?? key,
        typeof cause === 'number' && (cause ? `Instead responded with ${cause}.` : 'Instead did not respond.'),
        ...issues.map(({ path, message }) => `${path || 'The request'} ${message}`),
      ]
        .filter(Boolean)
        .join(' ');
  }
} catch {
  // Without a bundler there is no `process`: such a page gets the same as a production build.
}

/** Whether this is a development build, which throws for calls that TypeScript would have refused. */
export const isDevelopment = (): boolean => errorMessage('request') !== 'request';

/**
 * The error of every failure in this library: in a `failed` outcome, a `failed` script status, or thrown.
 *
 * Branch on `code`, which is stable; `message` is for developers, and production builds reduce it to the code.
 * Check with {@link isInsteadError} rather than `instanceof`: each entry of the package bundles its own class.
 *
 * @example
 * import { isInsteadError } from 'react-instead-pay';
 * if (isInsteadError(error) && error.retryable) showTryAgain();
 */
export class InsteadError extends Error {
  override readonly name = 'InsteadError';
  /** What went wrong, as a stable code. */
  declare readonly code: InsteadErrorCode;
  /** Whether the same call may succeed later without a change of code or settings. */
  declare readonly retryable: boolean;
  /** Every invalid field, not only the first. Set for `invalid_request` only. */
  declare readonly issues?: readonly InsteadIssue[];

  constructor(code: InsteadErrorCode, options: InsteadErrorOptions = {}) {
    const { issues } = options;
    super(errorMessage(code, options), options);
    this.code = code;
    this.retryable = options.retryable ?? /_(failed|blocked|paying)$/.test(code);
    if (issues) this.issues = issues;
    // Browsers before 2022 ignore the option.
    if (options.cause !== undefined) this.cause ??= options.cause;
  }
}

/**
 * Returns whether a value is an {@link InsteadError}, whichever entry of the package created it.
 *
 * @param value anything that was thrown, or a promise's reason
 * @example
 * import { isInsteadError } from 'react-instead-pay';
 * const code = isInsteadError(error) ? error.code : 'unknown';
 */
export function isInsteadError(value: unknown): value is InsteadError {
  if (typeof value !== 'object' || value === null) return false;
  const { name, code } = value as Partial<InsteadError>;
  return name === 'InsteadError' && typeof code === 'string';
}

/** Returns an InsteadError unchanged, and wraps anything else as the cause of one with this code. */
export function toInsteadError(cause: unknown, code: InsteadErrorCode): InsteadError {
  return isInsteadError(cause) ? cause : new InsteadError(code, { cause });
}

/** Reports an error thrown by the shop's callback to the page, without interrupting the payment. */
export function reportCallbackError(error: unknown): void {
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

import type { InsteadErrorCode } from '../errors.ts';
import type { PaymentWords } from '../locales/pay-locale.ts';
import type { PayState, PayStatus } from '../payment/state.ts';

/** Texts that replace those of the locale, for one component. */
export type PayLabels = Partial<Record<PayStatus, string>> & {
  /** The text for each error code. Takes precedence over `failed`, which applies to all of them. */
  errors?: Partial<Record<InsteadErrorCode, string>>;
  /** The overlay's button that brings the popup to the front. */
  showPopup?: string;
  /** The overlay's button that cancels the payment. */
  cancel?: string;
  /** The notice in an in-app browser, where the popup may not open. */
  inAppNotice?: string;
  /** The link that opens the page in a browser, if the app supports one. */
  openInBrowser?: string;
  /** The button that copies the page's address, in the other apps. */
  copyLink?: string;
  /** The text after the address was copied. If it cannot be copied, the address itself is shown. */
  linkCopied?: string;
};

/** The props of an element with a text: its language, unless the shop has replaced the text. */
export interface TextProps {
  lang?: string | undefined;
  children: string;
}

type LabelKey = 'idle' | 'showPopup' | 'cancel' | 'inAppNotice' | 'openInBrowser' | 'copyLink' | 'linkCopied';

/** Returns the text of a button or notice. */
export const label = (key: LabelKey, words: PaymentWords, labels?: PayLabels): TextProps =>
  toText(labels?.[key], words[key], words);

/** Returns the text for a state, shown and announced. Empty for `idle`. `isInTab`: the popup cannot be brought to the front. */
export function statusText(state: PayState, words: PaymentWords, labels: PayLabels = {}, isInTab = false): TextProps {
  const { status } = state;
  if (status === 'idle') return { children: '' };
  if (isInTab && status === 'open') return toText(undefined, words.openInTab, words);
  const ownError = status === 'failed' ? labels.errors?.[state.error.code] : undefined;
  return toText(ownError ?? labels[status], wordFor(state, words), words);
}

/** Returns the longest text that the status line can show. Its place is kept, so that nothing moves between the states. */
export function longestStatus(words: PaymentWords, labels?: PayLabels): string {
  if (labels) return longestOf(words, labels);
  // A page with a thousand buttons asks once.
  const longest = longestByWords.get(words) ?? longestOf(words, {});
  longestByWords.set(words, longest);
  return longest;
}

const longestByWords = /* @__PURE__ */ new WeakMap<PaymentWords, string>();

function longestOf(words: PaymentWords, labels: PayLabels): string {
  const { preparing, open, openInTab, sent, tryAgain, contactSeller, popupBlocked } = { ...words, ...labels };
  const { requesting = '', cancelled = '', failed = '', errors } = labels;
  return [preparing, open, openInTab, sent, tryAgain, contactSeller, popupBlocked, requesting, cancelled, failed]
    .concat(Object.values(errors ?? {}))
    .reduce((longest, text) => (text.length > longest.length ? text : longest));
}

const toText = (own: string | undefined, word: string, { lang }: PaymentWords): TextProps =>
  own === undefined ? { lang, children: word } : { children: own };

// Two texts cover most failures: try again, or contact the seller. A code has its own text only where the shopper has to do
// something else.
function wordFor(state: PayState, words: PaymentWords): string {
  switch (state.status) {
    case 'idle':
      return '';
    case 'preparing':
    case 'requesting':
      return words.preparing;
    case 'open':
    case 'sent':
      return words[state.status];
    case 'cancelled':
      // Nobody may have cancelled: the browser, the system or a crash closes a popup, too.
      return state.reason === 'popup_closed' ? words.popupClosed : words.cancelled;
    case 'failed': {
      const { code, retryable } = state.error;
      if (code === 'popup_blocked') return words.popupBlocked;
      if (code === 'already_paying') return words.alreadyPaying;
      return retryable ? words.tryAgain : words.contactSeller;
    }
  }
}

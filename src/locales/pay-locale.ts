/** The texts of `PayButton`, `PayOverlay` and the popup while it loads. */
export interface PaymentWords {
  /** The language as a BCP 47 tag, such as `ko` or `zh-CN`: the `lang` of every text that the shop has not replaced. */
  lang: string;
  /** The button. */
  idle: string;
  /** The status while the order is created and the session is requested. */
  preparing: string;
  /** The status while the popup is open. */
  open: string;
  /** The status after `showPopup`, where the browser does not bring the popup to the front: on a phone it is another tab. */
  openInTab: string;
  /** The status when the request was sent. **Not paid.** */
  sent: string;
  /** The status when the shopper or the app cancelled the request. */
  cancelled: string;
  /** The status when the popup was closed: nobody may have cancelled. */
  popupClosed: string;
  /** The error when another click may succeed. */
  tryAgain: string;
  /** The error when another click cannot succeed. */
  contactSeller: string;
  /** The error `popup_blocked`. */
  popupBlocked: string;
  /** The error `already_paying`. */
  alreadyPaying: string;
  /** The overlay's button that brings the popup to the front. */
  showPopup: string;
  /** The overlay's button that cancels the request. */
  cancel: string;
  /** The notice in an in-app browser, where the popup may not open. */
  inAppNotice: string;
  /** The link that opens the page in a browser, if the app supports one. */
  openInBrowser: string;
  /** The button that copies the page's address, in the other apps. */
  copyLink: string;
  /** The text after the address was copied. */
  linkCopied: string;
  /** The text in the popup until Instead's page has loaded. */
  loading: string;
}

/** The texts of `OrderStatus` and `PayDeadline`. */
export interface OrderWords {
  /** The language as a BCP 47 tag. */
  lang: string;
  /** The text for each status of an order. */
  order: Record<'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired', string> & {
    /** The text while the shop's server cannot be reached. */
    unreachable: string;
    /** The button that polls at once. */
    refetch: string;
  };
  /** Formats the milliseconds that are left to pay, at least 0: `23시간 59분 남음`. */
  formatTimeLeft: (ms: number) => string;
  /** Formats Unix milliseconds as date and time in Korea: `2026년 11월 25일 16:49 KST`. */
  formatDateTime: (instant: number) => string;
}

/**
 * Every text that the library shows to a shopper, in one language. `react-instead-pay/locales` exports `ko`, `en`, `ja` and
 * `zhCN`; Korean is built in. A locale with a missing text does not compile.
 *
 * @example
 * import type { PayLocale } from 'react-instead-pay/locales';
 * import { en } from 'react-instead-pay/locales';
 *
 * export const enGB: PayLocale = { ...en, lang: 'en-GB', idle: 'Ask a mate to pay' };
 */
export interface PayLocale extends PaymentWords, OrderWords {
  /** Formats an amount of won: `3,000원`. */
  formatWon: (amount: number) => string;
}

import type { InsteadErrorCode } from '../errors.ts';
import type { PayState, PayStatus } from '../payment/state.ts';
import type { Locale } from '../payment/locale.ts';

/** The texts that the shopper sees. Each one can be replaced. */
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

/** The texts of buttons and notices. */
type LabelKey = 'idle' | 'showPopup' | 'cancel' | 'inAppNotice' | 'openInBrowser' | 'copyLink' | 'linkCopied';
type TextKey = LabelKey | 'preparing' | 'open' | 'sent' | 'cancelled' | 'popup_closed' | 'again' | 'contact';

// Two texts cover most failures: try again, or contact the seller. A code has its own text only where the shopper has to do
// something else.
const words: Record<Locale, Record<TextKey, string> & Partial<Record<InsteadErrorCode, string>>> = {
  ko: {
    idle: '결제를 부탁해',
    preparing: '요청을 준비하고 있어요',
    open: '결제 요청 창이 열려 있어요',
    sent: '결제를 부탁했어요',
    cancelled: '요청을 취소했어요',
    popup_closed: '요청 창이 닫혔어요',
    again: '요청을 보내지 못했어요. 다시 시도해 주세요.',
    contact: '지금은 요청할 수 없어요. 판매자에게 문의해 주세요.',
    popup_blocked: '팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.',
    already_paying: '진행 중인 요청을 먼저 마쳐 주세요.',
    showPopup: '요청 창 다시 보기',
    cancel: '요청 취소',
    inAppNotice: '이 앱에서는 결제 요청 창이 안 열릴 수 있어요.',
    openInBrowser: '다른 브라우저로 열기',
    copyLink: '주소 복사',
    linkCopied: '복사했어요',
  },
  en: {
    idle: 'Ask a friend to pay',
    preparing: 'Getting your request ready',
    open: 'The request window is open',
    sent: 'Your friend has been asked to pay',
    cancelled: 'The request was cancelled',
    popup_closed: 'The request window was closed',
    again: 'The request could not be sent. Please try again.',
    contact: 'Requests are not possible right now. Please contact the seller.',
    popup_blocked: 'The popup was blocked. Please allow popups and try again.',
    already_paying: 'Please finish the request in progress first.',
    showPopup: 'Show the request window',
    cancel: 'Cancel request',
    inAppNotice: 'The request window may not open in this app.',
    openInBrowser: 'Open in another browser',
    copyLink: 'Copy the address',
    linkCopied: 'Copied',
  },
};

/** Returns the text of a button or notice. */
export function label(key: LabelKey, locale: Locale, labels: PayLabels = {}): string {
  return labels[key] ?? words[locale][key];
}

/** Returns the text for a state, shown and announced. Empty for `idle`. */
export function statusMessage(state: PayState, locale: Locale, labels: PayLabels = {}): string {
  const { status } = state;
  const own = words[locale];
  if (status === 'idle') return '';
  if (status === 'requesting') return labels[status] ?? own.preparing;
  // Nobody may have cancelled: the browser, the system or a crash closes a popup, too.
  if (status === 'cancelled' && state.reason === 'popup_closed') return labels.cancelled ?? own.popup_closed;
  if (status !== 'failed') return labels[status] ?? own[status];
  const { code, retryable } = state.error;
  return labels.errors?.[code] ?? labels.failed ?? own[code] ?? own[retryable ? 'again' : 'contact'];
}

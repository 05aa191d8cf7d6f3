import type { InsteadErrorCode } from '../errors.ts';
import type { PayState, PayStatus } from '../payment/state.ts';
import type { Locale } from '../payment/locale.ts';

/** The shopper's words; any of them may be replaced. */
export type PayLabels = Partial<Record<PayStatus, string>> & {
  /** The sentence for each way to fail. It goes before `failed`, which stands for all of them. */
  errors?: Partial<Record<InsteadErrorCode, string>>;
  /** The overlay's button that brings the payment window back. */
  showPopup?: string;
  /** The overlay's button that calls the payment off. */
  cancel?: string;
  /** In an app's own browser: the payment window may not open here. */
  inAppNotice?: string;
  /** The link that opens the page in another browser, where the app has one. */
  openInBrowser?: string;
  /** The button that copies the page's address, in the other apps. */
  copyLink?: string;
  /** What is said once it is copied. Until then, and where it cannot be, the address itself. */
  linkCopied?: string;
};

/** What stands on a button, or beside it. */
type LabelKey = 'idle' | 'showPopup' | 'cancel' | 'inAppNotice' | 'openInBrowser' | 'copyLink' | 'linkCopied';
type TextKey = LabelKey | 'preparing' | 'open' | 'sent' | 'cancelled' | 'again' | 'contact';

// Two ways out of a failure are enough for a shopper: press again, or ask the shop. A sentence of its own has a code that asks
// something else of them.
const words: Record<Locale, Record<TextKey, string> & Partial<Record<InsteadErrorCode, string>>> = {
  ko: {
    idle: '결제를 부탁해',
    preparing: '요청을 준비하고 있어요',
    open: '결제 요청 창이 열려 있어요',
    sent: '결제를 부탁했어요',
    cancelled: '요청을 취소했어요',
    again: '요청하지 못했어요. 다시 눌러 주세요.',
    contact: '지금은 요청할 수 없어요. 가게에 문의해 주세요.',
    popup_blocked: '팝업이 차단됐어요. 다시 눌러 주세요.',
    already_paying: '다른 요청을 먼저 마쳐 주세요.',
    showPopup: '요청 창 다시 보기',
    cancel: '요청 그만두기',
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
    again: 'The request did not go through. Please press again.',
    contact: 'The request is not possible now. Please contact the shop.',
    popup_blocked: 'The window was blocked. Please press again.',
    already_paying: 'Please finish the other request first.',
    showPopup: 'Show the request window',
    cancel: 'Cancel the request',
    inAppNotice: 'The request window may not open in this app.',
    openInBrowser: 'Open in another browser',
    copyLink: 'Copy the address',
    linkCopied: 'Copied',
  },
};

/** A word that stands on a button, or beside it. */
export function label(key: LabelKey, locale: Locale, labels: PayLabels = {}): string {
  return labels[key] ?? words[locale][key];
}

/** What is said of a state, aloud and in print. Nothing while there is nothing to say. */
export function statusMessage(state: PayState, locale: Locale, labels: PayLabels = {}): string {
  const { status } = state;
  const own = words[locale];
  if (status === 'idle') return '';
  if (status !== 'failed') return labels[status] ?? own[status === 'requesting' ? 'preparing' : status];
  const { code, retryable } = state.error;
  return labels.errors?.[code] ?? labels.failed ?? own[code] ?? own[retryable ? 'again' : 'contact'];
}

import type { InsteadErrorCode } from '../errors.ts';
import type { PayState, PayStatus } from '../payment/state.ts';
import type { Locale } from '../payment/locale.ts';

/** The shopper's words; any of them may be replaced. */
export type PayLabels = Partial<Record<PayStatus, string>> & {
  /** The sentence for each way to fail. It goes before `failed`, which stands for all of them. */
  errors?: Partial<Record<InsteadErrorCode, string>>;
  /** The overlay's button that brings the payment window back. */
  focus?: string;
  /** The overlay's button that calls the payment off. */
  cancel?: string;
  /** In an app's own browser: the payment window may not open here. */
  doubtful?: string;
  /** The link that opens the page in another browser, where the app has one. */
  leave?: string;
  /** The button that copies the page's address, in the other apps. */
  copy?: string;
  /** What is said once it is copied. Until then, and where it cannot be, the address itself. */
  copied?: string;
};

type Words = Required<Omit<PayLabels, 'errors' | 'failed'>> & { errors: Record<InsteadErrorCode, string> };

const tryAgain = {
  ko: '요청하지 못했어요. 다시 눌러 주세요.',
  en: 'The request did not go through. Please press again.',
};
const notNow = {
  ko: '지금은 결제를 부탁할 수 없어요. 가게에 문의해 주세요.',
  en: 'Asking to pay does not work right now. Please contact the shop.',
};

const words: Record<Locale, Words> = {
  ko: {
    idle: '결제를 부탁해',
    preparing: '요청을 준비하고 있어요',
    requesting: '결제 요청 창을 여는 중이에요',
    open: '결제 요청 창이 열려 있어요',
    sent: '결제를 부탁했어요',
    cancelled: '요청을 취소했어요',
    focus: '요청 창 다시 보기',
    cancel: '요청 그만두기',
    doubtful: '이 앱에서는 결제 요청 창이 안 열릴 수 있어요.',
    leave: '다른 브라우저로 열기',
    copy: '주소 복사',
    copied: '복사했어요',
    errors: {
      sdk_load_failed: '결제 서비스를 불러오지 못했어요. 다시 눌러 주세요.',
      connect_failed: '결제 서비스에 연결하지 못했어요. 다시 눌러 주세요.',
      session_failed: tryAgain.ko,
      popup_blocked: '팝업이 차단됐어요. 다시 눌러 주세요.',
      window_lost: '요청 창과 연결이 끊겼어요. 창을 닫고 가게에 문의해 주세요.',
      invalid_request: notNow.ko,
      order_failed: '주문을 만들지 못했어요. 다시 눌러 주세요.',
      already_paying: '다른 결제를 먼저 마쳐 주세요.',
      no_provider: notNow.ko,
      disposed: '페이지를 새로 고친 뒤 다시 눌러 주세요.',
      notice_malformed: notNow.ko,
    },
  },
  en: {
    idle: 'Ask a friend to pay',
    preparing: 'Getting your request ready',
    requesting: 'Opening the request window',
    open: 'The request window is open',
    sent: 'Your friend has been asked to pay',
    cancelled: 'The request was cancelled',
    focus: 'Show the request window',
    cancel: 'Cancel the request',
    doubtful: 'The request window may not open in this app.',
    leave: 'Open in another browser',
    copy: 'Copy the address',
    copied: 'Copied',
    errors: {
      sdk_load_failed: 'The payment service did not load. Please press again.',
      connect_failed: 'The payment service could not be reached. Please press again.',
      session_failed: tryAgain.en,
      popup_blocked: 'The window was blocked. Please press again.',
      window_lost: 'The connection to the request window was lost. Please close it and contact the shop.',
      invalid_request: notNow.en,
      order_failed: 'Your order could not be made. Please press again.',
      already_paying: 'Please finish the other payment first.',
      no_provider: notNow.en,
      disposed: 'Please reload the page and press again.',
      notice_malformed: notNow.en,
    },
  },
};

type Word = 'idle' | 'focus' | 'cancel' | 'doubtful' | 'leave' | 'copy' | 'copied';

/** A word that stands on a button, or beside it. */
export function wordFor(key: Word, locale: Locale, labels: PayLabels = {}): string {
  return labels[key] ?? words[locale][key];
}

/** What is said of a state, aloud and in print. Nothing while there is nothing to say. */
export function sentenceFor(state: PayState, locale: Locale, labels: PayLabels = {}): string {
  switch (state.status) {
    case 'idle':
      return '';
    case 'failed':
      return labels.errors?.[state.error.code] ?? labels.failed ?? words[locale].errors[state.error.code];
    case 'preparing':
    case 'requesting':
    case 'open':
    case 'sent':
    case 'cancelled':
      return labels[state.status] ?? words[locale][state.status];
  }
}

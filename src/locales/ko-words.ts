import { splitTimeLeft, toKoreanTime, unit } from './format.ts';
import type { OrderWords, PaymentWords } from './pay-locale.ts';

// Several objects, so that an app that renders only the button does not load the texts of an order, and one with a button of its
// own only those of the popup.

const loading = '요청을 준비하고 있어요. 잠시만 기다려 주세요.';

/** The Korean texts of the popup before Instead's page. */
export const koLoading: Pick<PaymentWords, 'lang' | 'loading'> = { lang: 'ko', loading };

/** The Korean texts of a payment request: what the components show without a `locale`. */
export const koPayment: PaymentWords = {
  lang: 'ko',
  idle: '결제를 부탁해',
  preparing: '요청을 준비하고 있어요',
  open: '결제 요청 창이 열려 있어요',
  openInTab: '다른 탭에 열려 있어요',
  sent: '결제를 부탁했어요',
  cancelled: '요청을 취소했어요',
  popupClosed: '요청 창이 닫혔어요',
  tryAgain: '요청을 보내지 못했어요. 다시 시도해 주세요.',
  contactSeller: '지금은 요청할 수 없어요. 판매자에게 문의해 주세요.',
  popupBlocked: '팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.',
  alreadyPaying: '진행 중인 요청을 먼저 마쳐 주세요.',
  showPopup: '요청 창 다시 보기',
  cancel: '요청 취소',
  inAppNotice: '이 앱에서는 결제 요청 창이 안 열릴 수 있어요.',
  openInBrowser: '다른 브라우저로 열기',
  copyLink: '주소 복사',
  linkCopied: '복사했어요',
  loading,
};

/** The Korean texts of an order. */
export const koOrder: OrderWords = {
  lang: 'ko',
  order: {
    waiting: '결제를 기다리고 있어요',
    paid: '결제 완료',
    cancelled: '취소됨',
    failed: '결제 실패',
    expired: '기한 만료',
    unreachable: '주문 상태를 확인하지 못했어요',
    refetch: '다시 확인하기',
  },
  formatTimeLeft: (ms) =>
    ms > 0
      ? `${splitTimeLeft(ms, [unit('일'), unit('시간'), unit('분'), unit('초')]).join(' ')} 남음`
      : '결제 기한이 지났어요',
  formatDateTime(instant) {
    const { year, month, day, time } = toKoreanTime(instant);
    return `${year}년 ${month}월 ${day}일 ${time} KST`;
  },
};

import type { PageWords } from './page-words.ts';

export const ko: PageWords = {
  languageName: '한국어',
  languages: '언어',
  emulated: '모의 결제',
  noMoney: '실제로 결제되지 않아요',
  won: (amount) => `${amount}원`,
  inKorea: (dateAndTime) => `${dateAndTime} (KST)`,
  dateStyle: 'medium',

  close: '닫기',
  closeYourself: '브라우저에서 이 창을 닫아 주세요.',
  back: '돌아가기',
  pageNotFound: '모의 결제: 페이지를 찾을 수 없어요.',
  paymentNotFound: ['결제 요청을 찾을 수 없어요', '주소를 다시 확인해 주세요.'],

  card: { label: '결제 내용', total: '총 결제 금액', payableUntil: (date) => `${date}까지 결제할 수 있어요` },
  statuses: {
    waiting: '결제 대기',
    paid: '결제 완료',
    cancelled: '취소됨',
    failed: '결제 실패',
    expired: '기한 만료',
  },
  methods: { card: '카드', mobile: '휴대폰', transfer: '계좌이체' },

  share: {
    title: '결제를 부탁해',
    heading: (name) => `${name} 님, 누구에게 부탁할까요?`,
    lead: '선택한 방법으로 결제 링크를 보내요.',
    methods: { kakao: '카카오톡', facebook: '페이스북', link: '링크 복사' },
    cancel: '취소',
    sent: ['결제를 부탁했어요', '다른 방법으로 한 번 더 보낼 수 있어요.'],
    notes: { kakao: '카카오톡으로 보냈어요', facebook: '페이스북으로 보냈어요', link: '복사했어요' },
    notCopied: '복사하지 못했어요. 아래 주소를 복사해 주세요.',
    address: '결제 링크 주소',
    message: {
      label: '결제자가 받은 메시지',
      greeting: '결제를 부탁해!',
      body: (name, amount) => `${name} 님이 ${amount}을 부탁했어요.`,
      open: '결제 페이지 열기',
    },
    hint: '결제자로서 결제 페이지를 열어 보세요. 이 창은 닫아도 돼요.',
    results: {
      paid: '결제자가 결제했어요',
      failed: ['결제자가 거절했어요', '쇼핑몰에서 다시 부탁할 수 있어요.'],
      cancelled: ['취소된 요청이에요', '판매자가 이 결제를 취소했어요.'],
      expired: ['결제 기한이 만료됐어요', '기한 안에 결제되지 않았어요. 쇼핑몰에서 다시 부탁해 주세요.'],
    },
  },

  checkout: {
    title: '결제를 부탁받았어요',
    heading: (name) => `${name} 님이 결제를 부탁했어요`,
    method: '결제 방법',
    notice: (amount) => `버튼을 누르면 ${amount}이 결제된 것으로 처리돼요. 실제로 결제되지 않아요.`,
    pay: '결제하기',
    decline: '거절하기',
    declining: ['이 요청을 거절할까요?', '거절하면 이 요청으로는 결제할 수 없어요.'],
    confirmDecline: '네, 거절할게요',
    methodNotAvailable: ['결제하지 못했어요', '사용할 수 없는 결제 방법이에요.'],
    goToShop: '쇼핑몰로 가기',
    mayClose: '이 창은 닫아도 돼요.',
    results: {
      hasPaid: '결제했어요',
      hasDeclined: ['결제를 거절했어요', '이 요청으로는 결제할 수 없어요.'],
      paid: '이미 결제된 요청이에요',
      failed: ['이미 거절된 요청이에요', '이 요청으로는 결제할 수 없어요.'],
      cancelled: ['취소된 요청이에요', '판매자가 이 결제를 취소했어요.'],
      expired: ['결제 기한이 만료됐어요', '부탁한 분에게 결제 링크를 다시 받아 주세요.'],
    },
  },
};

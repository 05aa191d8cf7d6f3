// Long because every text of the shop in Korean is here, in one place.
import type { OrderStage } from '@/lib/order-stage';
import type { ProductId } from '@/lib/products';
import { two } from './two';

const NINE_HOURS = 9 * 60 * 60 * 1000;

const won = (amount: number): string => `${amount.toLocaleString('ko-KR')}원`;

/** `11월 25일 16:49` in Korea. Computed without Intl, so that server and browser render the same characters. */
function time(instant: number): string {
  const there = new Date(instant + NINE_HOURS);
  return `${there.getUTCMonth() + 1}월 ${there.getUTCDate()}일 ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

const stages: Record<OrderStage, string> = {
  created: '보내기 전',
  waiting: '결제 대기',
  paid: '결제 완료',
  refunding: '환불 중',
  refunded: '환불됨',
  cancelled: '취소됨',
  failed: '결제 실패',
  expired: '기한 만료',
};

const products: Record<ProductId, { name: string; unit: string; description: string; picture: string }> = {
  bungeoppang: {
    name: '팥 붕어빵',
    unit: '3마리 한 봉지',
    description: '주문이 들어오면 굽기 시작해요. 꼬리 끝까지 국산 팥을 채워서, 식어도 바삭하고 든든해요.',
    picture: '종이봉투에 담긴 갓 구운 붕어빵 세 마리',
  },
  'cream-bungeoppang': {
    name: '슈크림 붕어빵',
    unit: '3마리 한 봉지',
    description: '바닐라를 넣고 매일 아침 끓인 슈크림이에요. 뜨거울 때는 조금 기다렸다 드세요.',
    picture: '노란 봉투에 담긴 슈크림 붕어빵 세 마리',
  },
  hotteok: {
    name: '씨앗 호떡',
    unit: '한 장',
    description: '흑설탕에 해바라기씨와 땅콩을 넣고 기름에 노릇하게 눌러 구워요.',
    picture: '접시에 담긴 동그란 씨앗 호떡',
  },
  goguma: {
    name: '군고구마',
    unit: '두 개',
    description: '해남 꿀고구마를 통에 넣고 한 시간 동안 구워요. 껍질째 종이에 싸 드려요.',
    picture: '김이 나는 군고구마 두 개',
  },
};

export const ko = {
  won,
  time,
  stages,
  products,

  shop: {
    name: '골목 붕어빵',
    description: '먹고 싶은 건 나, 결제는 친구가.',
    testMode: '모의 결제',
    navigation: '쇼핑몰',
    menu: '메뉴',
    orders: '내 주문',
    cart: '장바구니',
    noMoney: '모의 결제예요. 실제로 결제되지 않아요.',
    toEmulator: '결제 서비스 에뮬레이터',
    newTab: '새 탭',
    toAdmin: '관리자 화면',
    back: '쇼핑몰로 돌아가기',
    notFound: '찾을 수 없어요',
    notFoundHint: '주소가 다르거나, 다른 브라우저에서 한 주문이에요.',
  },

  buy: {
    title: '바로 부탁하기',
    quantity: '수량',
    quantityOf: (product: string) => `${product} 수량`,
    less: (product: string) => `${product} 수량 줄이기`,
    more: (product: string) => `${product} 수량 늘리기`,
    least: '1개부터 주문할 수 있어요.',
    most: (most: number) => `한 번에 ${most}개까지 주문할 수 있어요.`,
    total: '합계',
    sent: '요청을 보냈어요',
    toCart: '장바구니에 담기',
    inCart: (count: number) => `장바구니에 ${count}개 담겨 있어요.`,
    cartFull: (most: number) => `한 번에 ${most}개까지 담을 수 있어요.`,
    showCart: '담은 것 보기',
  },

  cart: {
    loading: '담은 것을 불러오고 있어요.',
    empty: '아직 담은 것이 없어요.',
    toMenu: '메뉴 보기',
    content: '담은 것',
    remove: (product: string) => `${product} 빼기`,
    removed: (product: string, total: number) => `장바구니에서 뺐어요: ${product}. 합계 ${won(total)}`,
    removedLast: (product: string) => `장바구니에서 뺐어요: ${product}. 이제 비어 있어요.`,
    leaving: '주문 화면으로 이동하고 있어요.',
  },

  order: {
    title: '주문 상세',
    numbered: (id: string) => `주문 ${id}`,
    none: '아직 부탁한 주문이 없어요.',
    status: '주문 상태',
    items: '주문',
    total: '결제 금액',
    deadline: '결제 기한',
    number: '주문 번호',
    details: '주문 자세히 보기',
    again: '같은 메뉴로 다시 부탁하기',
    againName: (items: string, orderedAt: number) => `같은 메뉴로 다시 부탁하기, ${items}, ${time(orderedAt)} 주문`,
    createdTitle: '아직 보내지 않은 주문이에요',
    createdHint: '요청 창에서 친구에게 보내면 주문이 시작돼요.',
    waitingTitle: '결제를 부탁했어요',
    waitingHint: (expiresAt: number) =>
      `친구가 ${time(expiresAt)}까지 결제할 수 있어요. 결제하면 여기에 바로 나타나요.`,
    paidTitle: '결제 완료',
    paidHint: (total: number) => `친구가 ${won(total)}을 냈어요. 지금부터 구울게요.`,
    refundingTitle: '환불하고 있어요',
    refundingHint: '판매자가 주문을 취소했어요. 낸 돈을 친구에게 돌려주고 있어요.',
    refundedTitle: '환불된 주문이에요',
    refundedHint: '낸 돈을 친구에게 돌려줬어요.',
    cancelledTitle: '취소된 주문이에요',
    cancelledHint: '결제하기 전에 취소돼서, 친구가 낸 돈은 없어요.',
    failedTitle: '친구가 결제하지 못했어요',
    failedHint: '다른 친구에게 다시 부탁해 보세요.',
    expiredTitle: '결제 기한이 지났어요',
    expiredHint: '필요하면 다시 부탁해 보세요.',
    inReviewHint: '기한이 지난 뒤에 들어온 결제를 판매자가 확인하고 있어요.',
  },

  webhooks: {
    title: '인스테드 웹훅',
    none: '아직 받은 웹훅이 없어요.',
    accepted: '받았어요',
    undecided: '확인하고 있어요',
    rejected: '믿지 않았어요',
    times: (count: number) => `${count}번`,
  },

  admin: {
    title: '주문 관리',
    loginTitle: '관리자 로그인',
    everybody: '관리자',
    key: '관리자 키',
    demoKey: (key: string) => `모의 결제용 관리자 키: ${key}`,
    noKey: '관리자 키가 없어서 관리자 화면을 열 수 없어요. 서버의 환경 변수',
    noKeyEnd: '에 16자 이상의 관리자 키를 설정하고 쇼핑몰을 다시 시작해 주세요.',
    logIn: '로그인',
    logOut: '로그아웃',
    loggedIn: '로그인했어요.',
    loggedOut: '로그아웃했어요.',
    loggedInAs: (name: string) => `${name} 님으로 로그인했어요.`,
    keyMissing: '관리자 키를 입력해 주세요.',
    keyWrong: '관리자 키가 올바르지 않아요.',
    loginFailed: '지금은 로그인할 수 없어요. 잠시 뒤에 다시 시도해 주세요.',
    find: '주문 찾기',
    findLabel: '주문 번호, 결제 번호, 이름',
    findButton: '찾기',
    findAll: '모든 주문 보기',
    found: (words: string, count: number) => `‘${words}’ 검색 결과: ${count}건`,
    count: (count: number) => `${count}건`,
    times: (count: number) => `${count}번`,
    previous: (list: string) => `이전 ${list}`,
    next: (list: string) => `다음 ${list}`,
    pages: (list: string) => `${list} 페이지`,
    no: '아니요',
    unchanged: '그대로 두었어요.',
    running: '요청하고 있어요.',
    requested: '요청했어요. 처리되면 화면이 바뀌어요.',
    done: '처리했어요.',
    changed: '그사이에 바뀌었어요. 상태를 확인해 주세요.',
    sessionOver: '로그인이 끝났어요. 다시 로그인해 주세요.',
    failed: '처리하지 못했어요. 잠시 뒤에 다시 시도해 주세요.',
  },

  adminOrders: {
    title: '주문',
    none: '아직 주문이 없어요.',
    noneFound: '찾는 주문이 없어요. 번호나 이름을 확인해 주세요.',
    row: (id: string) => `주문 ${id}`,
    orderedBy: (name: string) => `${name} 님`,
    nowIs: (id: string, stage: string) => `주문 ${id}: ${stage}`,
    cancelledBy: (name: string, at: number) => `${name} 님이 ${time(at)}에 취소했어요.`,
    refundRequestedBy: (name: string, at: number) =>
      `${name} 님이 ${time(at)}에 취소를 요청했어요. 환불되면 상태가 바뀌어요.`,
    cancel: '주문 취소',
    cancelName: (id: string) => `주문 취소, ${id}`,
    cancelQuestion: (name: string) =>
      `${name} 님의 주문을 취소할까요? 친구가 결제하지 못하게 인스테드에 요청 취소도 부탁해요.`,
    cancelQuestionUnknown: (name: string, expiresAt: number) =>
      `${name} 님의 주문을 취소할까요? 인스테드의 결제 번호를 몰라서 요청은 취소하지 못해요. 친구가 ${time(expiresAt)}까지 결제할 수 있고, 결제한 돈은 환불해야 해요.`,
    refundQuestion: (name: string, amount: number) =>
      `${name} 님의 주문을 취소하고 결제자에게 ${won(amount)}을 환불할까요?`,
    confirm: '네, 취소해요',
    requestWithdrawing: '인스테드에 요청 취소를 부탁하고 있어요. 그동안 결제한 돈은 ‘환불이 필요해요’에 나타나요.',
    requestWithdrawn: '인스테드에서 요청도 취소됐어요. 친구는 이제 결제할 수 없어요.',
    requestUnknown: (expiresAt: number) =>
      `인스테드의 결제 번호를 몰라서 요청은 취소하지 못했어요. 친구가 ${time(expiresAt)}까지 결제할 수 있어요. 결제한 돈은 ‘환불이 필요해요’에 나타나요.`,
  },

  owed: {
    title: '환불이 필요해요',
    list: '환불이 필요한 결제',
    row: (uid: string) => `환불 ${uid}`,
    refund: '환불하기',
    refundName: (uid: string, order: string) => `환불하기, 결제 ${uid}, 주문 ${order}`,
    refundQuestion: (amount: number) => `${won(amount)}을 결제자에게 환불할까요?`,
    refundConfirm: '네, 환불해요',
    accept: '주문 받기',
    acceptName: (order: string) => `주문 받기, ${order}`,
    acceptQuestion: '늦은 결제지만 주문을 받을까요?',
    acceptConfirm: '네, 받아요',
    requestedBy: (name: string, at: number) => `${name} 님이 ${time(at)}에 환불을 요청했어요.`,
    refunded: (uid: string) => `환불했어요: 결제 ${uid}`,
    accepted: (uid: string) => `주문을 받았어요: 결제 ${uid}`,
    waiting: '환불 대기',
    refunding: '환불 중',
    reasons: {
      surplus: '이미 결제된 주문에 한 번 더 결제했어요. 돌려줘야 해요.',
      cancelled: '취소된 주문에 결제했어요. 돌려줘야 해요.',
      late: '결제 기한이 지난 뒤에 결제했어요. 주문을 받을지 환불할지 정해 주세요.',
      amount: '주문 금액과 다른 금액을 결제했어요. 돌려줘야 해요.',
      mode: '모의 결제용 주문에 실제로 결제했어요. 돌려줘야 해요.',
      order: '주문을 취소했어요.',
      unknown: '받지 말아야 할 돈을 받았어요. 돌려줘야 해요.',
    },
    problems: {
      unknown_payment: '인스테드에 없는 결제예요. 인스테드 관리자 사이트에서 확인해 주세요.',
      not_cancelled_yet: '인스테드가 아직 환불하지 않았어요. 다시 확인할게요.',
      other: '인스테드에 요청하지 못했어요. 다시 요청할게요.',
    },
  },

  openWebhooks: {
    title: '확인이 필요한 웹훅',
    row: (uid: string, status: string) => `웹훅 ${uid} ${status}`,
    retrying: '다시 확인 중',
    rejected: '거부됨',
    processing: '처리하고 있어요.',
    tried: (attempts: number, next: number) => `${attempts}번 다시 확인했어요. 다음 확인은 ${time(next)}이에요.`,
    againBy: (name: string, at: number) => `${name} 님이 ${time(at)}에 다시 처리했어요.`,
    again: '다시 처리',
    againName: (uid: string, status: string) => `다시 처리, 웹훅 ${uid} ${status}`,
    processed: (uid: string) => `확인됐어요: 웹훅 ${uid}`,
    reasons: {
      status: '인스테드에서 조회한 결제 상태가 달라요.',
      amount: '인스테드에서 조회한 금액이 주문 금액과 달라요.',
      order: '다른 주문의 결제예요.',
      mode: '모의 결제와 실제 결제가 섞였어요.',
      unknown_payment: '인스테드에 없거나 아직 끝나지 않은 결제예요.',
      unknown_order: '이 쇼핑몰에 없는 주문이에요.',
      lookup_failed: '인스테드에서 결제를 조회하지 못했어요.',
      shop_error: '처리하다가 오류가 났어요.',
    },
  },
};

/** Every text of the shop. A language that lacks one does not compile. */
export type Words = typeof ko;

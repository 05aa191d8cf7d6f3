import type { OrderStatus } from 'react-instead-pay';

interface OrderWords {
  title: string;
  hint: string;
}

/** The shop's own texts for the status of an order. The library has none. */
export const ORDER_WORDS: Record<'ko' | 'en', Record<OrderStatus, OrderWords>> = {
  ko: {
    waiting: {
      title: '친구를 기다리고 있어요',
      hint: '결제하면 여기에 바로 나타나요. 닫아 두어도 돼요.',
    },
    paid: { title: '결제가 끝났어요', hint: '친구가 3,000원을 냈어요. 오늘 보내 드릴게요.' },
    cancelled: { title: '취소된 주문이에요', hint: '낸 돈이 있으면 친구에게 돌아가요.' },
    failed: { title: '친구가 결제하지 못했어요', hint: '친구가 다시 해 볼 수 있어요. 다른 친구에게 부탁해도 돼요.' },
    expired: { title: '결제 기한이 지났어요', hint: '아직 필요하면 다시 부탁해 보세요.' },
  },
  en: {
    waiting: { title: 'Waiting for your friend', hint: 'It shows here when they pay. You may close this page.' },
    paid: { title: 'Paid', hint: 'Your friend has paid 3,000원. We send it today.' },
    cancelled: { title: 'This order was cancelled', hint: 'What was paid goes back to your friend.' },
    failed: { title: 'Your friend could not pay', hint: 'They can try again, or you can ask another friend.' },
    expired: { title: 'The time to pay is over', hint: 'Do you still want it? Ask again.' },
  },
};

/** The rest of the page. */
export const PAGE_WORDS = {
  ko: {
    item: '겨울 운동화',
    amount: '결제 금액',
    deadline: '결제 기한',
    number: '주문 번호',
    unsure: '지금은 새 소식을 받지 못했어요. 곧 다시 확인할게요.',
    look: '지금 확인하기',
  },
  en: {
    item: 'Winter shoes',
    amount: 'Total',
    deadline: 'Time to pay',
    number: 'Order',
    unsure: 'There is no news at the moment. We keep looking.',
    look: 'Look now',
  },
};

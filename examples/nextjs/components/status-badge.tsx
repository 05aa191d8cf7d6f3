import type { OrderView } from '@/lib/order-view';

const words: Record<OrderView['status'], string> = {
  created: '보내기 전',
  waiting: '기다리는 중',
  paid: '결제됨',
  cancelled: '취소됨',
  failed: '결제 실패',
  expired: '기한 지남',
};

/** How an order stands, in a word. */
export function StatusBadge({ status }: { status: OrderView['status'] }) {
  return (
    <span className="badge" data-order={status}>
      {words[status]}
    </span>
  );
}

import type { OrderView } from '@/lib/order-view';

const words: Record<OrderView['status'], string> = {
  created: '보내기 전',
  waiting: '결제 대기',
  paid: '결제 완료',
  cancelled: '취소됨',
  failed: '결제 실패',
  expired: '기한 만료',
};

/** Renders the status of an order. */
export function StatusBadge({ status }: { status: OrderView['status'] }) {
  return (
    <span className="badge" data-order={status}>
      {words[status]}
    </span>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { kst } from '@/lib/kst';
import type { OrderView } from '@/lib/order-view';
import { won } from '@/lib/won';
import { StatusBadge } from './status-badge';

interface AdminOrderProps extends Pick<OrderView, 'id' | 'status' | 'items' | 'totalAmt'> {
  createdAt: number;
  /** It was paid although it should not have been. */
  isOwed: boolean;
}

type Cancelling = 'no' | 'sure?' | 'running' | 'requested' | 'nothing_to_cancel' | 'unknown_payment' | 'unreachable';

/** An order as the staff see it. */
export function AdminOrder({ id, status, items, totalAmt, createdAt, isOwed }: AdminOrderProps) {
  const [cancelling, setCancelling] = useState<Cancelling>('no');
  const router = useRouter();

  async function cancel() {
    setCancelling('running');
    setCancelling(await requestCancel(id));
    router.refresh();
  }

  const isOver = status === 'cancelled' && !isOwed;
  return (
    <li className="card admin-order" aria-label={`주문 ${id}`}>
      <div className="line">
        <span>
          {kst(createdAt)} <span className="soft number">{id}</span>
        </span>
        <StatusBadge status={status} />
      </div>
      <p>
        {items.map(({ productName, quantity }) => `${productName} × ${quantity}`).join(', ')} · <b>{won(totalAmt)}</b>
      </p>
      {isOwed && <p className="bad">받지 말아야 할 돈을 받았어요. 돌려줘야 해요.</p>}
      {!isOver && (cancelling === 'sure?' || cancelling === 'running') && (
        <p className="choice">
          <span>{status === 'paid' || isOwed ? '친구에게 돈을 돌려줄까요?' : '이 주문을 취소할까요?'}</span>
          <button type="button" className="solid" disabled={cancelling === 'running'} onClick={() => void cancel()}>
            네, 취소해요
          </button>
          <button type="button" className="plain" onClick={() => setCancelling('no')}>
            아니요
          </button>
        </p>
      )}
      {!isOver && cancelling !== 'sure?' && cancelling !== 'running' && (
        <button type="button" className="plain" onClick={() => setCancelling('sure?')}>
          {isOwed ? '환불하기' : '주문 취소'}
        </button>
      )}
      <p className="said" aria-live="polite">
        {statusText(cancelling, isOver)}
      </p>
    </li>
  );
}

async function requestCancel(id: string): Promise<Cancelling> {
  try {
    const response = await fetch(`/api/admin/orders/${encodeURIComponent(id)}/cancel`, { method: 'POST' });
    const { outcome } = (await response.json()) as { outcome?: Cancelling | 'done' };
    if (!outcome) return 'unreachable';
    return outcome === 'done' ? 'no' : outcome;
  } catch {
    return 'unreachable';
  }
}

function statusText(cancelling: Cancelling, isOver: boolean): string {
  switch (cancelling) {
    case 'no':
    case 'sure?':
      return '';
    case 'running':
      return '취소하고 있어요.';
    case 'requested':
      return isOver ? '' : '인스테드에 취소를 요청했어요. 웹훅을 받으면 상태가 바뀌어요.';
    case 'nothing_to_cancel':
      return '취소할 것이 없어요. 그사이에 바뀌었는지 봐 주세요.';
    case 'unknown_payment':
      return '인스테드가 이 결제를 몰라요. 인스테드 관리자 사이트에서 확인해 주세요.';
    case 'unreachable':
      return '취소하지 못했어요. 잠시 뒤에 다시 해 주세요.';
  }
}

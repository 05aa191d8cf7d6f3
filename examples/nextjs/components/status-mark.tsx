import type { OrderView } from '@/lib/order-view';

// The words beside it say the same: it is hidden from who listens.
export function StatusMark({ status }: { status: OrderView['status'] }) {
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" />
      <path d={shapeFor(status)} />
    </svg>
  );
}

function shapeFor(status: OrderView['status']): string {
  switch (status) {
    case 'created':
      return 'M13 20h.5M20 20h.5M27 20h.5';
    case 'waiting':
      return 'M28 12 11 19l6 3 2 6 9-16-11 10';
    case 'paid':
      return 'm12 21 6 6 11-13';
    case 'cancelled':
    case 'failed':
      return 'm14 14 12 12M26 14 14 26';
    case 'expired':
      return 'M20 12v9l6 4';
  }
}

import type { OrderStage } from '@/lib/order-stage';

// The text beside it means the same: screen readers skip it.
export function StatusMark({ stage }: { stage: OrderStage }) {
  return (
    <svg className="mark" data-order={stage} viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="20" />
      <path d={shapeFor(stage)} />
    </svg>
  );
}

function shapeFor(stage: OrderStage): string {
  switch (stage) {
    case 'created':
      return 'M13 20h.5M20 20h.5M27 20h.5';
    case 'waiting':
      return 'M28 12 11 19l6 3 2 6 9-16-11 10';
    case 'paid':
      return 'm12 21 6 6 11-13';
    case 'refunding':
    case 'refunded':
      return 'M17 13l-5 5 5 5M12 18h11a5 5 0 0 1 0 10h-4';
    case 'cancelled':
    case 'failed':
      return 'm14 14 12 12M26 14 14 26';
    case 'expired':
      return 'M20 12v9l6 4';
  }
}

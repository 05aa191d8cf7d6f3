import type { OrderStage } from '@/lib/order-stage';

/** Renders the stage of an order. */
export function StatusBadge({ stage, label }: { stage: OrderStage; label: string }) {
  return (
    <span className="badge" data-order={stage}>
      {label}
    </span>
  );
}

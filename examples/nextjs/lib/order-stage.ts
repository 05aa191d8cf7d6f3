import type { Order, OrderStatus } from './order';

/**
 * What a person calls the state of an order: its status, with three cases distinguished. `expired`: the clock decided. `refunding` and
 * `refunded`: it was paid, and the money goes or went back, which `cancelled` does not show.
 */
export type OrderStage = OrderStatus | 'expired' | 'refunding' | 'refunded';

/** Returns the stage of an order at this moment. */
export function stageOf({
  status,
  expiresAt,
  paidBy,
  cancelledAt,
}: Pick<Order, 'status' | 'expiresAt' | 'paidBy' | 'cancelledAt'>): OrderStage {
  switch (status) {
    case 'created':
    case 'waiting':
      return expiresAt <= Date.now() ? 'expired' : status;
    case 'paid':
      return cancelledAt === null ? 'paid' : 'refunding';
    case 'cancelled':
      return paidBy === null ? 'cancelled' : 'refunded';
    case 'failed':
      return 'failed';
  }
}

/**
 * Whether the shopper can ask again for the same items: the order has ended without money. Not while a person decides about a late
 * payment, which may still pay it.
 */
export const canAskAgain = ({ stage, isInReview }: { stage: OrderStage; isInReview: boolean }): boolean =>
  !isInReview && ['failed', 'expired', 'cancelled', 'refunded'].includes(stage);

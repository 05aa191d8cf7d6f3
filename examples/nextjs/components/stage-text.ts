import type { PayLocale } from 'react-instead-pay';
import type { OrderStage } from '@/lib/order-stage';
import type { OrderView } from '@/lib/order-view';
import type { Words } from '@/words';

/** Returns the texts for `OrderStatus`: two of its statuses have two names each in this shop. */
export function labelsFor({ stage }: OrderView, { order }: Words): Partial<PayLocale['order']> {
  return {
    waiting: stage === 'created' ? order.createdTitle : order.waitingTitle,
    paid: stage === 'refunding' ? order.refundingTitle : order.paidTitle,
    cancelled: stage === 'refunded' ? order.refundedTitle : order.cancelledTitle,
    failed: order.failedTitle,
    expired: order.expiredTitle,
  };
}

/** Returns what a stage means for the shopper. */
export function stageHint({ stage, totalAmt, expiresAt, isInReview }: OrderView, { order }: Words): string {
  const hints: Record<OrderStage, string> = {
    created: order.createdHint,
    waiting: order.waitingHint(expiresAt),
    paid: order.paidHint(totalAmt),
    refunding: order.refundingHint,
    refunded: order.refundedHint,
    cancelled: order.cancelledHint,
    failed: order.failedHint,
    expired: isInReview ? order.inReviewHint : order.expiredHint,
  };
  return hints[stage];
}

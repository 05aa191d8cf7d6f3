import type { OrderView } from '@/lib/order-view';
import type { Words } from '@/words';

/** Returns what the shopper reads of an order: the state as a title, and what that means. */
export function stageText(
  { stage, totalAmt, expiresAt, isInReview }: OrderView,
  { order }: Words,
): { title: string; hint: string } {
  switch (stage) {
    case 'created':
      return { title: order.createdTitle, hint: order.createdHint };
    case 'waiting':
      return { title: order.waitingTitle, hint: order.waitingHint(expiresAt) };
    case 'paid':
      return { title: order.paidTitle, hint: order.paidHint(totalAmt) };
    case 'refunding':
      return { title: order.refundingTitle, hint: order.refundingHint };
    case 'refunded':
      return { title: order.refundedTitle, hint: order.refundedHint };
    case 'cancelled':
      return { title: order.cancelledTitle, hint: order.cancelledHint };
    case 'failed':
      return { title: order.failedTitle, hint: order.failedHint };
    case 'expired':
      return { title: order.expiredTitle, hint: isInReview ? order.inReviewHint : order.expiredHint };
  }
}

/**
 * Why money is owed: the payment was `surplus`, since the order was paid before; the order was `cancelled`; the payment was `late`; its `amount` or its `mode` (real
 * or test) was another; or the staff cancelled the `order` that it paid.
 */
export const REFUND_REASONS = ['surplus', 'cancelled', 'late', 'amount', 'mode', 'order'] as const;

export type RefundReason = (typeof REFUND_REASONS)[number];

import type { KnownOrder, OrderStatus } from './order-report.ts';

/** The default wait before the second poll, in ms. */
export const DEFAULT_INTERVAL = 3_000;

// A final status is polled only when the page is shown again.
const longest: Record<OrderStatus, number> = {
  waiting: 30_000,
  failed: 300_000,
  expired: 300_000,
  paid: Infinity,
  cancelled: Infinity,
};

/** The longest wait between two polls, in ms. A failed poll does not prove that a status is final. */
export const maximumInterval = ({ status, error }: KnownOrder): number =>
  longest[error === undefined ? status : 'waiting'];

export const isFinal = ({ status }: { status: OrderStatus }): boolean => longest[status] === Infinity;

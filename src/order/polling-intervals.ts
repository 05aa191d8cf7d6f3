import type { CachedOrder, OrderStatus } from './order-report.ts';

/** The wait before the second look, in ms, unless the app says another. */
export const DEFAULT_INTERVAL = 3_000;

// What is over is looked at when the page is shown again, and not before.
const longest: Record<OrderStatus, number> = {
  waiting: 30_000,
  failed: 300_000,
  expired: 300_000,
  paid: Infinity,
  cancelled: Infinity,
};

/** The longest wait between two looks, in ms. A look that failed has not told that anything is over. */
export const maximumInterval = ({ status, error }: CachedOrder): number =>
  longest[error === undefined ? status : 'waiting'];

export const isFinal = ({ status }: CachedOrder): boolean => longest[status] === Infinity;

/**
 * The status of an order, as the shop's server reports it. `failed`: this attempt to pay failed; the payer may try again.
 */
export type OrderStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** What the shop's server reports of an order: the status, or an object with the status and the deadline. */
export type OrderReport =
  | OrderStatus
  | {
      status: OrderStatus;
      /** When the request expires: a `Date`, Unix milliseconds, or an ISO date with its time zone. */
      expiresAt?: Date | number | string | null;
    };

/** The current status of an order: the last report, and the error of the last poll. */
export interface CachedOrder {
  status: OrderStatus;
  /** Unix ms, or `null` without a deadline. */
  expiresAt: number | null;
  /** Why the last poll failed. The next poll that succeeds removes it. */
  error?: unknown;
}

const statuses: readonly unknown[] = ['waiting', 'paid', 'cancelled', 'failed', 'expired'] satisfies OrderStatus[];

/** The error for anything else. */
export const INVALID_REPORT =
  "An order's report must be 'waiting', 'paid', 'cancelled', 'failed' or 'expired', or an object with such a status. " +
  'The report is ignored, so the order keeps its status. Correct what fetchStatus returns, or what subscribe passes on.';

/** Parses a report from a server, another tab or the cache. Returns `null` if it is invalid. */
export function parseReport(value: unknown): CachedOrder | null {
  const { status, expiresAt }: { status?: unknown; expiresAt?: unknown } =
    typeof value === 'object' && value !== null ? value : { status: value };
  if (!statuses.includes(status)) return null;
  return { status: status as OrderStatus, expiresAt: toInstant(expiresAt) };
}

/** Returns the Unix ms of a date in any of its forms. `null` if there is none, or it is invalid. */
export function toInstant(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const date = new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value as string));
  return Number.isNaN(date.getTime()) ? null : date.getTime();
}

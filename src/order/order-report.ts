/** Where an order stands, as the shop's own server tells it. `failed`: this try to pay went wrong, another may follow. */
export type OrderStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** What the shop's server says of an order: the status alone, or until when it may be paid, too. */
export type OrderReport =
  | OrderStatus
  | {
      status: OrderStatus;
      /** Until when the friend may pay: a `Date`, Unix milliseconds, or an ISO date with its zone. */
      expiresAt?: Date | number | string | null;
    };

/** What is known of an order. */
export interface CachedOrder {
  status: OrderStatus;
  /** Unix ms, or `null` when nobody has said. */
  expiresAt: number | null;
  /** Why the last look failed; it goes with the next that works. */
  error?: unknown;
}

const statuses: readonly unknown[] = ['waiting', 'paid', 'cancelled', 'failed', 'expired'] satisfies OrderStatus[];

/** What the developer is told of anything else. */
export const INVALID_REPORT =
  "An order's report must be 'waiting', 'paid', 'cancelled', 'failed' or 'expired', or an object with such a status. " +
  'It was something else, so the order still shows as it was. Correct what read or subscribe gives.';

/** Reads what a server, another tab or a storage says of an order. `null`: that is no such thing. */
export function parseReport(value: unknown): CachedOrder | null {
  const { status, expiresAt }: { status?: unknown; expiresAt?: unknown } =
    typeof value === 'object' && value !== null ? value : { status: value };
  if (!statuses.includes(status)) return null;
  return { status: status as OrderStatus, expiresAt: toInstant(expiresAt) };
}

/** Unix ms of a date as people write it down. `null`: none, or none that can be read. */
export function toInstant(value: unknown): number | null {
  if (value === undefined || value === null) return null;
  const date = new Date(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : (value as string));
  return Number.isNaN(date.getTime()) ? null : date.getTime();
}

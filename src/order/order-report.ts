import { toInstant } from '../protocol/instant.ts';

/** The status of an order, as the shop's server reports it. `failed`: this attempt to pay failed; the payer may try again. */
export type OrderStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** What the shop's server reports of an order: the status, or an object with the status and the deadline. */
export type OrderReport =
  | OrderStatus
  | {
      status: OrderStatus;
      /** When the request expires: a `Date`, Unix milliseconds, or an ISO date with its time zone. */
      expiresAt?: Date | number | string | null;
      /** The server's clock, in the same forms: `Date.now()`. The clocks of phones can be wrong by hours. */
      now?: Date | number | string | null;
    };

/** A report in its parsed form. */
export interface ParsedReport {
  status: OrderStatus;
  /** Unix ms, or `null` without a deadline. */
  expiresAt: number | null;
  /** The server's clock in Unix ms, or `null` if the report does not have it. */
  now: number | null;
}

/** What is known of an order: the last report, and the error of the last poll. */
export interface KnownOrder extends Omit<ParsedReport, 'now'> {
  /** How far the server's clock is ahead of the device's, in ms. `null` if no report had it. */
  clockOffset: number | null;
  /** Why the last poll failed. The next poll that succeeds removes it. */
  error?: unknown;
}

const statuses: readonly unknown[] = ['waiting', 'paid', 'cancelled', 'failed', 'expired'] satisfies OrderStatus[];

/** The error for anything else. */
export const INVALID_REPORT =
  "An order's report must be 'waiting', 'paid', 'cancelled', 'failed' or 'expired', or an object with such a status, and " +
  'with expiresAt and now, if present, as a Date, Unix milliseconds, or an ISO date with its time zone. The report is ' +
  'ignored, so the order keeps its status. Correct what fetchStatus returns, or what subscribe passes on.';

/** Parses a report of the shop's server, of another tab or of the cache. Returns `null` if it is invalid. */
export function parseReport(value: unknown): ParsedReport | null {
  const report = (typeof value === 'object' && value !== null ? value : { status: value }) as Record<string, unknown>;
  const [expiresAt = null, now = null] = [report.expiresAt, report.now].map((time) => toInstant(time) ?? undefined);
  const isInvalid = [
    [report.expiresAt, expiresAt],
    [report.now, now],
  ].some(([given, parsed]) => given != null && parsed === null);
  if (isInvalid || !statuses.includes(report.status)) return null;
  return { status: report.status as OrderStatus, expiresAt, now };
}

/** Returns the fields of an earlier report that still apply. A server's clock counts on its arrival only. */
export const toKnown = (report: ParsedReport | null): Partial<KnownOrder> =>
  report ? { status: report.status, expiresAt: report.expiresAt } : {};

import { parseReport, type KnownOrder, type ParsedReport } from './order-report.ts';

/** The name under which an order is cached and shared. Two shops on one origin may have the same order number. */
export const keyOf = (scope: string, merchantUid: string): string =>
  `react-instead-pay:order${scope && `@${encodeURIComponent(scope)}`}:${merchantUid}`;

/** Returns what this tab knew of the order before it was reloaded. */
export function readCachedOrder(key: string): ParsedReport | null {
  try {
    return parseReport(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
  } catch {
    // On a server, or with storage disabled: the first poll returns the status.
    return null;
  }
}

/** Stores the last report on the order in this tab, for a reload. */
export function cacheOrder(key: string, { status, expiresAt }: KnownOrder): void {
  try {
    sessionStorage.setItem(key, JSON.stringify({ status, expiresAt }));
  } catch {
    // Storage is full or disabled. Only the first moment after a reload depends on it.
  }
}

import { parseReport, type CachedOrder } from './order-report.ts';

const keyOf = (merchantUid: string): string => `react-instead-pay:order:${merchantUid}`;

/** Returns the status that this tab stored for the order before a reload. */
export function readCachedOrder(merchantUid: string): CachedOrder | null {
  try {
    return parseReport(JSON.parse(sessionStorage.getItem(keyOf(merchantUid)) ?? 'null'));
  } catch {
    // On a server, or with storage disabled: the first poll returns the status.
    return null;
  }
}

/** Stores the order's status in this tab for a reload. */
export function cacheOrder(merchantUid: string, { status, expiresAt }: CachedOrder): void {
  try {
    sessionStorage.setItem(keyOf(merchantUid), JSON.stringify({ status, expiresAt }));
  } catch {
    // Storage is full or disabled. Only the first moment after a reload depends on it.
  }
}

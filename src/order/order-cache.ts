import { parseReport, type CachedOrder } from './order-report.ts';

const keyOf = (merchantUid: string): string => `react-instead-pay:order:${merchantUid}`;

/** What this tab was told of the order before it was reloaded. */
export function readCachedOrder(merchantUid: string): CachedOrder | null {
  try {
    return parseReport(JSON.parse(sessionStorage.getItem(keyOf(merchantUid)) ?? 'null'));
  } catch {
    // On a server, or with storage switched off: the first look tells.
    return null;
  }
}

export function cacheOrder(merchantUid: string, { status, expiresAt }: CachedOrder): void {
  try {
    sessionStorage.setItem(keyOf(merchantUid), JSON.stringify({ status, expiresAt }));
  } catch {
    // Full, or switched off. Nothing depends on it but the first moment after a reload.
  }
}

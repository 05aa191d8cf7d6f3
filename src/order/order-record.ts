import { readReport, type KnownOrder } from './order-state.ts';

const keyOf = (merchantUid: string): string => `react-instead-pay:order:${merchantUid}`;

/** What this tab was told of the order before it was reloaded. */
export function recallOrder(merchantUid: string): KnownOrder | null {
  try {
    return readReport(JSON.parse(sessionStorage.getItem(keyOf(merchantUid)) ?? 'null'));
  } catch {
    // On a server, or with storage switched off: the first look tells.
    return null;
  }
}

export function rememberOrder(merchantUid: string, { status, until }: KnownOrder): void {
  try {
    sessionStorage.setItem(keyOf(merchantUid), JSON.stringify({ status, until }));
  } catch {
    // Full, or switched off. Nothing depends on it but the first moment after a reload.
  }
}

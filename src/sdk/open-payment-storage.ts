import { getSharedPage } from './shared-page.ts';

/** What the next document needs to resume an open payment. No personal data: an order number and an expiration. */
export interface OpenPayment {
  merchantUid: string;
  /** `payEndDttm`, Unix milliseconds. */
  expiresAt: number;
}

const prefixOf = (clientId: string) => `react-instead-pay:popup:${encodeURIComponent(clientId)}:`;

/**
 * Returns a new name for a popup, by which a later document finds both the popup and its stored payment. Two payments of one
 * client may be open, and the end of one must not remove the other.
 */
export const createPopupName = (clientId: string): string => prefixOf(clientId) + Math.random().toString(36).slice(2);

/**
 * Remembers a payment as this document's. WebKit keeps a page in its back-forward cache although its popup is open. If the
 * payment has settled in another document, the restored page still shows it as open and cannot learn the outcome: it calls
 * `release`, which drops the payment without a report, and reloads.
 */
export function watchOpenPayment(name: string, signal: AbortSignal, release: () => void): void {
  getSharedPage().openPayments.add(name);
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || withStorage((storage) => storage.getItem(name))) return;
    release();
    location.reload();
  };
  window.addEventListener('pageshow', onPageShow, { signal });
}

/** Stores an open payment for the next document. */
export function storeOpenPayment(name: string, payment: OpenPayment, signal: AbortSignal, release: () => void): void {
  withStorage((storage) => {
    storage.setItem(name, JSON.stringify(payment));
    watchOpenPayment(name, signal, release);
  });
}

/** Removes a payment that has settled. */
export function forgetOpenPayment(name: string): void {
  getSharedPage().openPayments.delete(name);
  withStorage((storage) => storage.removeItem(name));
}

/** Takes a payment that an earlier document left open, once per document. Drops entries that are corrupt, expired, or copied from another tab. */
export function takeOpenPayment(clientId: string, now: number): (OpenPayment & { name: string }) | undefined {
  for (const name of withStorage(Object.keys) ?? []) {
    if (!name.startsWith(prefixOf(clientId)) || getSharedPage().openPayments.has(name)) continue;
    const open = withStorage((storage) => JSON.parse(storage.getItem(name)!) as Partial<OpenPayment> | null);
    const { merchantUid, expiresAt } = { ...open };
    // A page that was opened by the paying page starts with a copy of its storage. The payment stays with that page.
    const isCopy = withStorage(() => (window.opener as Window | null)?.sessionStorage.getItem(name));
    if (typeof merchantUid === 'string' && Number(expiresAt) > now && !isCopy) {
      getSharedPage().openPayments.add(name);
      return { name, merchantUid, expiresAt: Number(expiresAt) };
    }
    forgetOpenPayment(name);
  }
  return undefined;
}

/** Storage may be disabled, full or corrupt. Then only a reload does not resume the payment. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

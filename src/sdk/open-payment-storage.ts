import { getSharedPage } from './shared-page.ts';

/** What the next document needs to resume an open payment. No personal data: an order number, a popup's name, an expiration. */
export interface OpenPayment {
  merchantUid: string;
  popupName: string;
  /** `payEndDttm`, Unix milliseconds. */
  expiresAt: number;
}

// A key per popup: two payments of one client may be open, and the end of one must not remove the other.
const keyOf = (clientId: string, popupName: string) => `react-instead-pay:${encodeURIComponent(clientId)}:${popupName}`;

function register(key: string, release: () => void): void {
  getSharedPage().openPayments.set(key, release);
  window.addEventListener('pageshow', onPageShow);
}

/**
 * WebKit keeps a page in its back-forward cache although its popup is open. If the payment has settled in another document,
 * the restored page still shows it as open and cannot learn the outcome, so it reloads.
 */
function onPageShow({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  for (const [key, release] of getSharedPage().openPayments) {
    if (withStorage((storage) => storage.getItem(key))) continue;
    release();
    location.reload();
  }
}

/** Stores an open payment for the next document. `release` drops it without a report. */
export function storeOpenPayment(clientId: string, { popupName, ...payment }: OpenPayment, release: () => void): void {
  const key = keyOf(clientId, popupName);
  withStorage((storage) => {
    storage.setItem(key, JSON.stringify(payment));
    register(key, release);
  });
}

/** Removes a payment that has settled. */
export function removeOpenPayment(clientId: string, popupName: string): void {
  const key = keyOf(clientId, popupName);
  const { openPayments } = getSharedPage();
  openPayments.delete(key);
  // First: on a page that other scripts have patched, the next line may throw.
  withStorage((storage) => storage.removeItem(key));
  if (!openPayments.size) window.removeEventListener('pageshow', onPageShow);
}

/** Returns a payment that an earlier document left open. Drops entries that are corrupt, expired, or copied from another tab. */
export function takeOpenPayment(clientId: string, now: number, release: () => void): OpenPayment | null {
  const prefix = keyOf(clientId, '');
  for (const key of withStorage(Object.keys) ?? []) {
    if (!key.startsWith(prefix) || getSharedPage().openPayments.has(key)) continue;
    const popupName = key.slice(prefix.length);
    const open = withStorage((storage) => JSON.parse(storage.getItem(key)!) as Partial<OpenPayment> | null);
    const expiresAt = Number(open?.expiresAt);
    // A page that was opened by the paying page starts with a copy of its storage. The payment stays with that page.
    const isCopy = withStorage(() => (window.opener as Window | null)?.sessionStorage.getItem(key));
    if (typeof open?.merchantUid === 'string' && expiresAt > now && !isCopy) {
      register(key, release);
      return { merchantUid: open.merchantUid, popupName, expiresAt };
    }
    removeOpenPayment(clientId, popupName);
  }
  return null;
}

/** Storage may be disabled, full or corrupt. Then only a reload does not resume the payment. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

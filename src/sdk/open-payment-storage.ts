/** What the next document needs to take an open payment up again. Nothing personal: an order number, a window, an end. */
export interface OpenPayment {
  merchantUid: string;
  windowName: string;
  /** `payEndDttm`, Unix milliseconds. */
  until: number;
}

// What this document follows, and how it lets go. Two providers of one client leave each other's payments alone.
const followed = new Map<string, () => void>();

// A window each: two payments of one client may be open, and the end of one must not forget the other.
const keyOf = (clientId: string, windowName: string) =>
  `react-instead-pay:${encodeURIComponent(clientId)}:${windowName}`;

function follow(key: string, letGo: () => void): void {
  followed.set(key, letGo);
  window.addEventListener('pageshow', onPageShow);
}

/**
 * WebKit keeps a page for the way back although its payment window stands. If another document has brought the payment to
 * its end meanwhile, this one still believes in it, and can no longer learn how it ended. So it begins anew.
 */
function onPageShow({ persisted }: PageTransitionEvent): void {
  if (!persisted) return;
  for (const [key, letGo] of followed) {
    if (withStorage((storage) => storage.getItem(key))) continue;
    letGo();
    location.reload();
  }
}

/** `letGo`: stops following it without a word. */
export function storeOpenPayment(clientId: string, { windowName, ...payment }: OpenPayment, letGo: () => void): void {
  const key = keyOf(clientId, windowName);
  withStorage((storage) => {
    storage.setItem(key, JSON.stringify(payment));
    follow(key, letGo);
  });
}

export function removeOpenPayment(clientId: string, windowName: string): void {
  const key = keyOf(clientId, windowName);
  followed.delete(key);
  // First: on a page that others have patched the next line may throw.
  withStorage((storage) => storage.removeItem(key));
  if (!followed.size) window.removeEventListener('pageshow', onPageShow);
}

/** A payment that an earlier document of this window left open. What is spoilt, copied or past its time is dropped. */
export function takeOpenPayment(clientId: string, now: number, letGo: () => void): OpenPayment | null {
  const prefix = keyOf(clientId, '');
  for (const key of withStorage(Object.keys) ?? []) {
    if (!key.startsWith(prefix) || followed.has(key)) continue;
    const windowName = key.slice(prefix.length);
    const open = withStorage((storage) => JSON.parse(storage.getItem(key)!) as Partial<OpenPayment> | null);
    const until = Number(open?.until);
    // A page that the paying one opens starts with a copy of its storage. The payment stays with that page.
    const isCopy = withStorage(() => (window.opener as Window | null)?.sessionStorage.getItem(key));
    if (typeof open?.merchantUid === 'string' && until > now && !isCopy) {
      follow(key, letGo);
      return { merchantUid: open.merchantUid, windowName, until };
    }
    removeOpenPayment(clientId, windowName);
  }
  return null;
}

/** Storage may be forbidden, full or spoilt. Then a reload loses the payment from sight, and nothing else is lost. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

/** What the next document needs to take an open payment up again. Nothing personal: an order number, a window, an end. */
export interface OpenPayment {
  merchantUid: string;
  windowName: string;
  /** `payEndDttm`, Unix milliseconds. */
  until: number;
}

// Two providers of one client on a page: what one has open, or has taken up, the other leaves alone.
const taken = new Set<string>();

// A window each: two payments of one client may be open, and the end of one must not forget the other.
const keyOf = (clientId: string, windowName: string) =>
  `react-instead-pay:${encodeURIComponent(clientId)}:${windowName}`;

export function rememberOpen(clientId: string, { windowName, ...payment }: OpenPayment): void {
  taken.add(windowName);
  withStorage((storage) => storage.setItem(keyOf(clientId, windowName), JSON.stringify(payment)));
}

export function forgetOpen(clientId: string, windowName: string): void {
  taken.delete(windowName);
  withStorage((storage) => storage.removeItem(keyOf(clientId, windowName)));
}

/** A payment that an earlier document of this window left open. What is spoilt, copied or past its time is dropped. */
export function takeOpen(clientId: string, now: number): OpenPayment | null {
  const prefix = keyOf(clientId, '');
  for (const key of withStorage(Object.keys) ?? []) {
    const windowName = key.slice(prefix.length);
    if (!key.startsWith(prefix) || taken.has(windowName)) continue;
    const open = withStorage((storage) => JSON.parse(storage.getItem(key)!) as Partial<OpenPayment> | null);
    const until = Number(open?.until);
    // A page that the paying one opens starts with a copy of its storage. The payment stays with that page.
    const isCopy = withStorage(() => (window.opener as Window | null)?.sessionStorage.getItem(key));
    if (typeof open?.merchantUid === 'string' && until > now && !isCopy) {
      taken.add(windowName);
      return { merchantUid: open.merchantUid, windowName, until };
    }
    forgetOpen(clientId, windowName);
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

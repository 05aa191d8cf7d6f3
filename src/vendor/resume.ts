/** What the next document needs to take an open payment up again. Nothing personal: an order number, a window, an end. */
export interface OpenPayment {
  merchantUid: string;
  windowName: string;
  /** `payEndDttm`, Unix milliseconds. */
  until: number;
}

// Two providers of one client on a page: the first that asks takes the payment up, the other finds none.
// One each: of a thousand payments on a page no more is kept than the last.
const taken = new Map<string, string>();

const keyOf = (clientId: string) => `react-instead-pay:${clientId}`;

export function rememberOpen(clientId: string, payment: OpenPayment): void {
  taken.set(clientId, payment.windowName);
  withStorage((storage) => storage.setItem(keyOf(clientId), JSON.stringify(payment)));
}

export function forgetOpen(clientId: string): void {
  withStorage((storage) => storage.removeItem(keyOf(clientId)));
}

/** The payment that an earlier document of this window left open. `null`: none, or its time has passed. */
export function takeOpen(clientId: string, now: number): OpenPayment | null {
  const open = withStorage((storage) => JSON.parse(storage.getItem(keyOf(clientId))!) as Partial<OpenPayment> | null);
  if (!open) return null;
  const { merchantUid, windowName, until } = open;
  if (typeof merchantUid !== 'string' || typeof windowName !== 'string' || !(Number(until) > now)) {
    forgetOpen(clientId);
    return null;
  }
  if (taken.get(clientId) === windowName) return null;
  taken.set(clientId, windowName);
  return { merchantUid, windowName, until: Number(until) };
}

/** Storage may be forbidden, full or spoilt. Then a reload loses the payment from sight, and nothing else is lost. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

import type { ShareMethod } from '../protocol/script-message.ts';
import type { SessionOrder } from './check-session.ts';
import type { Clock } from './clock.ts';
import type { PaymentMethod } from './settings.ts';

export type PaymentRecordStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** A session of the shopper's, and the bill that came of it. */
export interface PaymentRecord extends SessionOrder {
  /** The shopper's page is known by it. */
  sessionId: string;
  /** `instead_uid`: the payer's page and the notices are known by it. */
  uid: string;
  clientId: string;
  createdAt: number;
  status: Exclude<PaymentRecordStatus, 'expired'>;
  sentBy?: ShareMethod;
  method?: PaymentMethod;
  paidAt?: number;
}

// A sandbox may run for weeks in a shop that is being built.
const MOST_BILLS = 500;

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Tokens, sessions and bills, in memory. */
export function createPaymentStore(clock: Clock) {
  const tokens = new Map<string, { clientId: string; issuedAt: number }>();
  const bills = new Map<string, PaymentRecord>();

  const statusOf = (bill: PaymentRecord): PaymentRecordStatus =>
    bill.status === 'waiting' && bill.payEndDttm <= clock.now() ? 'expired' : bill.status;

  return {
    statusOf,
    issueToken(clientId: string): string {
      const token = newId('token');
      tokens.set(token, { clientId, issuedAt: clock.now() });
      trim(tokens);
      return token;
    },
    /** Whose token it is. `null`: nobody's, or it has expired. */
    clientOf(token: string, lifetime: number): string | null {
      const known = tokens.get(token);
      if (!known || (lifetime > 0 && known.issuedAt + lifetime <= clock.now())) return null;
      return known.clientId;
    },
    open(clientId: string, order: SessionOrder): PaymentRecord {
      const bill: PaymentRecord = {
        ...order,
        clientId,
        sessionId: newId('session'),
        uid: newId('instead'),
        createdAt: clock.now(),
        status: 'waiting',
      };
      bills.set(bill.uid, bill);
      trim(bills);
      return bill;
    },
    find: (uid: string) => bills.get(uid),
    findSession: (sessionId: string) => [...bills.values()].find((bill) => bill.sessionId === sessionId),
    /** The newest first. */
    list: () => [...bills.values()].reverse(),
    clear() {
      tokens.clear();
      bills.clear();
    },
  };
}

const newId = (kind: string) => `${kind}_${crypto.randomUUID().replaceAll('-', '')}`;

function trim(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    if (map.size <= MOST_BILLS) return;
    map.delete(key);
  }
}

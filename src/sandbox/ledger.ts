import type { PayMethod } from '../protocol/script-message.ts';
import type { BillOrder } from './check-session.ts';
import type { Clock } from './clock.ts';
import type { SandboxPayMethod } from './settings.ts';

export type BillStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** A session of the shopper's, and the bill that came of it. */
export interface Bill extends BillOrder {
  /** The shopper's page is known by it. */
  sessionId: string;
  /** `instead_uid`: the payer's page and the notices are known by it. */
  uid: string;
  clientId: string;
  createdAt: number;
  status: Exclude<BillStatus, 'expired'>;
  sentBy?: PayMethod;
  method?: SandboxPayMethod;
  paidAt?: number;
}

// A sandbox may run for weeks in a shop that is being built.
const MOST_BILLS = 500;

export type Ledger = ReturnType<typeof createLedger>;

/** Tokens, sessions and bills, in memory. */
export function createLedger(clock: Clock) {
  const tokens = new Map<string, { clientId: string; issuedAt: number }>();
  const bills = new Map<string, Bill>();

  const statusOf = (bill: Bill): BillStatus =>
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
    open(clientId: string, order: BillOrder): Bill {
      const bill: Bill = {
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

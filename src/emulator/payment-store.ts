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
const MAX_PAYMENTS = 500;

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Tokens, sessions and bills, in memory. */
export function createPaymentStore(clock: Clock) {
  const tokens = new Map<string, { clientId: string; issuedAt: number }>();
  const payments = new Map<string, PaymentRecord>();

  const statusOf = (payment: PaymentRecord): PaymentRecordStatus =>
    payment.status === 'waiting' && payment.payEndDttm <= clock.now() ? 'expired' : payment.status;

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
      const payment: PaymentRecord = {
        ...order,
        clientId,
        sessionId: newId('session'),
        uid: newId('instead'),
        createdAt: clock.now(),
        status: 'waiting',
      };
      payments.set(payment.uid, payment);
      trim(payments);
      return payment;
    },
    find: (uid: string) => payments.get(uid),
    findSession: (sessionId: string) => [...payments.values()].find((payment) => payment.sessionId === sessionId),
    /** The newest first. */
    list: () => [...payments.values()].reverse(),
    clear() {
      tokens.clear();
      payments.clear();
    },
  };
}

const newId = (kind: string) => `${kind}_${crypto.randomUUID().replaceAll('-', '')}`;

function trim(map: Map<string, unknown>): void {
  for (const key of map.keys()) {
    if (map.size <= MAX_PAYMENTS) return;
    map.delete(key);
  }
}

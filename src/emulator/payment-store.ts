import type { ShareMethod } from '../protocol/script-message.ts';
import type { SessionOrder } from './check-session.ts';
import type { Clock } from './clock.ts';
import type { PaymentMethod } from './settings.ts';

export type PaymentRecordStatus = 'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired';

/** A payment request: its order and session, and how it was sent and paid. */
export interface PaymentRecord extends SessionOrder {
  /** Identifies the share page. */
  sessionId: string;
  /** `instead_uid`: identifies the checkout page and the webhooks. */
  uid: string;
  clientId: string;
  /** Unix ms of the emulator's clock, as `paidAt`. */
  createdAt: number;
  status: Exclude<PaymentRecordStatus, 'expired'>;
  sentBy?: ShareMethod;
  method?: PaymentMethod;
  paidAt?: number;
}

// An emulator may run for weeks during development.
const MAX_PAYMENTS = 500;

export type PaymentStore = ReturnType<typeof createPaymentStore>;

/** Creates the store of tokens and payments, in memory. */
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
    /** Returns the client id of a token, or `null` if it is unknown or has expired. `lifetime` is in ms; 0: unlimited. */
    clientOf(token: string, lifetime: number): string | null {
      const issued = tokens.get(token);
      if (!issued || (lifetime > 0 && issued.issuedAt + lifetime <= clock.now())) return null;
      return issued.clientId;
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
    /** Adds the payments of an earlier emulator, oldest first. */
    restore(saved: readonly PaymentRecord[]): void {
      for (const payment of saved) payments.set(payment.uid, payment);
    },
    /** Newest first. */
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

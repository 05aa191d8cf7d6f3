import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

type Handler = (request: Request) => Response | PromiseLike<Response>;

/** The route under test: one function for every method, or the exports of a Next.js route. */
export type TestRoute = Handler | { GET: Handler; HEAD?: Handler; POST?: Handler };

/** An order of the shop. */
export interface TestOrder {
  /** The order's number. */
  merchantUid: string;
  /** The amount due, in won. */
  totalAmt: number;
}

/** The state of an order of the shop. */
export interface TestOrderState {
  /** The status in the shop's database. */
  status: 'waiting' | 'paid' | 'cancelled' | 'failed';
  /**
   * How often the order was paid, counted where a duplicate would do harm: rows, parcels, mails. Without it, a second
   * payment of the same order goes unseen.
   */
  timesPaid?: number;
}

/** The look-up of the test suite. Resolves with `null` for an unknown payment. Rejects while it simulates an outage. */
export type TestLookup = (payload: Pick<WebhookPayload, 'insteadUid'>) => Promise<{
  status: WebhookStatus;
  /** Won. */
  amount: number;
  merchantUid: string;
  insteadUid: string;
} | null>;

/** How the test suite reaches the shop whose webhook handler it tests. */
export interface TestWebhookHandlerOptions {
  /** Creates an order that waits for its payment. Called for each case. */
  createOrder: () => TestOrder | PromiseLike<TestOrder>;
  /** Returns the state of an order from the shop's database. */
  readOrder: (merchantUid: string) => TestOrderState | PromiseLike<TestOrderState>;
  /** Called once with the look-up of the test suite, which the handler under test has to use rather than the real one. */
  setLookup: (lookup: TestLookup) => void;
  /**
   * The address of the route. Its query is kept.
   * @default 'https://shop.example/api/webhooks/instead'
   */
  webhookUrl?: string;
  /** The secret that the handler requires as `?key=`. If set, a wrong key is tried as well. */
  secret?: string;
  /**
   * How long the route may take to respond, in ms. After that the case fails.
   * @default 5000
   */
  timeLimit?: number;
}

import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

type Handler = (request: Request) => Response | PromiseLike<Response>;

/** The route to test: one function for all methods, or the exports of a Next.js route. */
export type TestRoute = Handler | { GET: Handler; HEAD?: Handler; POST?: Handler };

/** An order that the shop has created for a case. */
export interface TestOrder {
  /** The order's number. */
  merchantUid: string;
  /** The amount due, in won. */
  totalAmt: number;
}

/** The state of an order in the shop's database. */
export interface TestOrderState {
  /** The status of the order. */
  status: 'waiting' | 'paid' | 'cancelled' | 'failed';
  /**
   * How often the order was paid, counted where a duplicate would do harm: rows, parcels, mails. Without it, a second
   * payment of the same order is not detected.
   */
  timesPaid?: number;
}

/** The look-up of the test suite. Resolves with the payment, or with `null` for an unknown one. Rejects while it simulates an outage. */
export type TestLookup = (payload: Pick<WebhookPayload, 'insteadUid'>) => Promise<{
  /** The current status of the payment. */
  status: WebhookStatus;
  /** The amount that was paid, in won. */
  amount: number;
  /** The number of the order that was paid. */
  merchantUid: string;
  /** Instead's number of the payment. */
  insteadUid: string;
  /** Whether it is a test payment, without money. */
  sandbox: boolean;
} | null>;

/** The options of `testWebhookHandler`: access to the shop's orders, and to the look-up of its webhook handler. */
export interface TestWebhookHandlerOptions {
  /** Creates an order that waits for its payment. Called for each case. */
  createOrder: () => TestOrder | PromiseLike<TestOrder>;
  /** Returns the state of an order from the shop's database. */
  readOrder: (merchantUid: string) => TestOrderState | PromiseLike<TestOrderState>;
  /** Called once with the look-up of the test suite. The tested handler has to call it rather than Instead's API. */
  setLookup: (lookup: TestLookup) => void;
  /**
   * The URL of the route. Its query is kept.
   * @default 'https://shop.example/api/webhooks/instead'
   */
  webhookUrl?: string;
  /**
   * The secret that the handler requires as `?key=`. If set, a wrong and a missing key are tried as well.
   * @default none: no `?key=` is sent
   */
  secret?: string;
  /**
   * Whether the handler is in Instead's test mode, as its own `sandbox`. The look-up returns payments of this mode; one of the other
   * mode is tried as well.
   * @default false
   */
  sandbox?: boolean;
  /**
   * How long the route may take to respond, in ms. A case that takes longer fails.
   * @default 5000
   */
  timeLimit?: number;
}

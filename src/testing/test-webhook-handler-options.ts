import type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

type Handler = (request: Request) => Response | PromiseLike<Response>;

/** What is tested: one function for every method, or what a Next.js route exports. */
export type TestRoute = Handler | { GET: Handler; HEAD?: Handler; POST?: Handler };

/** An order of the shop, as the kit needs it. */
export interface TestOrder {
  /** The order's number, as the shop itself gives it. */
  merchantUid: string;
  /** What is due, in won. */
  totalAmt: number;
}

/** Where the shop's order stands. */
export interface TestOrderState {
  /** Where it stands in the shop's own books. */
  status: 'waiting' | 'paid' | 'cancelled' | 'failed';
  /**
   * How often the order was paid, counted where a duplicate would do harm: rows, parcels, mails. Without it, a second
   * payment of the same order goes unseen.
   */
  timesPaid?: number;
}

/** What the kit's Instead answers; `null` for a payment that it does not know. Rejects while it plays that it is down. */
export type TestLookup = (payload: Pick<WebhookPayload, 'insteadUid'>) => Promise<{
  status: WebhookStatus;
  /** Won. */
  amount: number;
  merchantUid: string;
  insteadUid: string;
} | null>;

/** How the kit reaches into the shop whose hook it tests. */
export interface TestWebhookHandlerOptions {
  /** Makes an order that waits for its payment. Called for each trick, so that none sees another's order. */
  createOrder: () => TestOrder | PromiseLike<TestOrder>;
  /** Tells where an order stands, as the shop's own database has it. */
  readOrder: (merchantUid: string) => TestOrderState | PromiseLike<TestOrderState>;
  /** Is given the kit's Instead, once: let the handler under test ask it instead of the real one. */
  setLookup: (lookup: TestLookup) => void;
  /**
   * The address at which the route is called. What it has for a query stays.
   * @default 'https://shop.example/api/webhooks/instead'
   */
  webhookUrl?: string;
  /** What the hook asks for as `?key=`. Given, a wrong key is tried, too. */
  secret?: string;
  /**
   * How long the route may take to answer, in ms. One that hangs fails its line.
   * @default 5000
   */
  timeLimit?: number;
}

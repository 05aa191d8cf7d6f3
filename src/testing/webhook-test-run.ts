import { WEBHOOK_PARAMETERS, type WebhookPayload, type WebhookStatus } from '../protocol/webhook-payload.ts';
import type {
  TestLookup,
  TestOrder,
  TestOrderState,
  TestRoute,
  TestWebhookHandlerOptions,
} from './test-webhook-handler-options.ts';

type Payment = NonNullable<Awaited<ReturnType<TestLookup>>>;
type Query = readonly (readonly [name: string, value: string])[];

export interface WebhookResponse {
  body: string;
  cacheControl: string;
}

/** What a case runs on: the shop's orders and route, and a look-up that the case controls. */
export interface TestRun {
  createOrder(): Promise<TestOrder>;
  readOrder(order: TestOrder): Promise<TestOrderState>;
  /** Creates a payment, and the webhook that would pay the order. The second argument changes the look-up; `null`: unknown payment. */
  pay(order: TestOrder, lookupResult?: Partial<Payment> | null): WebhookPayload;
  /** Changes the status of a payment, and creates the webhook for it. */
  move(payload: WebhookPayload, status: WebhookStatus): WebhookPayload;
  /** Sends a webhook and resolves with the status code. Rejects without a response. */
  send(
    payload: WebhookPayload | Query,
    how?: { method?: 'GET' | 'HEAD' | 'POST'; key?: string | null },
  ): Promise<number>;
  /** Whether the look-up fails. */
  isDown: boolean;
  /** How often the payment was looked up. */
  readonly lookups: number;
  /** Every response so far. */
  readonly answers: readonly WebhookResponse[];
  readonly secret: string | undefined;
}

/** The error of a failed look-up. No response may contain it. */
export const LOOKUP_DOWN = 'kit: Instead is down';

export const toQuery = ({ insteadUid, merchantUid, status }: WebhookPayload): Query => [
  [WEBHOOK_PARAMETERS.insteadUid, insteadUid],
  [WEBHOOK_PARAMETERS.merchantUid, merchantUid],
  [WEBHOOK_PARAMETERS.status, status],
];

export function createTestRun(route: TestRoute, options: TestWebhookHandlerOptions): TestRun {
  const { webhookUrl: webhookUrl = 'https://shop.example/api/webhooks/instead', secret, timeLimit = 5000 } = options;
  const payments = new Map<string, Payment>();
  const answers: WebhookResponse[] = [];
  // Different in each run: the shop's database may keep the payments of the last one.
  const series = crypto.randomUUID();
  let made = 0;
  let lookups = 0;

  const run: TestRun = {
    createOrder: () => withSource('createOrder()', async () => ({ ...(await options.createOrder()) })),
    readOrder: ({ merchantUid }) =>
      withSource('readOrder()', async () => ({ ...(await options.readOrder(merchantUid)) })),
    pay({ merchantUid, totalAmt: amount }, lookupResult = {}) {
      const insteadUid = `kit-${series}-${made++}`;
      const payload = { insteadUid, merchantUid, status: 'paid' } as const;
      if (lookupResult) payments.set(insteadUid, { ...payload, amount, ...lookupResult });
      return payload;
    },
    move(payload, status) {
      const payment = payments.get(payload.insteadUid);
      if (payment) payments.set(payload.insteadUid, { ...payment, status });
      return { ...payload, status };
    },
    async send(payload, { method = 'GET', key = secret ?? null } = {}) {
      // As a framework does: without a POST handler it responds with 405, without a HEAD handler it calls GET.
      const isOne = typeof route === 'function';
      const handler = isOne ? route : (route[method] ?? (method === 'HEAD' ? route.GET : null));
      if (!handler) return 405;
      const url = new URL(webhookUrl);
      if (key !== null) url.searchParams.set('key', key);
      for (const [name, value] of 'status' in payload ? toQuery(payload) : payload)
        url.searchParams.append(name, value);
      return withSource(
        'the handler',
        async () => {
          const response = await handler(new Request(url.href, { method }));
          return { response, body: await response.text() };
        },
        timeLimit,
      ).then(({ response, body }) => {
        answers.push({ body, cacheControl: response.headers.get('cache-control') ?? '' });
        return response.status;
      });
    },
    isDown: false,
    get lookups() {
      return lookups;
    },
    answers,
    secret,
  };

  options.setLookup(async ({ insteadUid }) => {
    lookups++;
    if (run.isDown) throw new Error(LOOKUP_DOWN);
    return payments.get(insteadUid) ?? null;
  });
  return run;
}

/** Rejects with the name of the function that threw or, with a time limit, did not settle. */
async function withSource<T>(who: string, act: () => Promise<T>, timeLimit?: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      if (timeLimit === undefined) return;
      timer = setTimeout(() => reject(new Error(`no answer within ${timeLimit} ms`)), timeLimit);
    });
    return await Promise.race([act(), late]);
  } catch (error) {
    throw new Error(`${who}: ${String(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

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

/** What a trick is played on: the shop's orders and route, and an Instead that says what the trick wants. */
export interface TestRun {
  createOrder(): Promise<TestOrder>;
  readOrder(order: TestOrder): Promise<TestOrderState>;
  /** Makes a payment and the notice that would pay the order. `says` is what Instead knows instead; `null`: nothing. */
  pay(order: TestOrder, lookupResult?: Partial<Payment> | null): WebhookPayload;
  /** Moves a payment on, at Instead, and makes the notice of it. */
  move(payload: WebhookPayload, status: WebhookStatus): WebhookPayload;
  /** Sends a notice to the Hook URI and tells the code of the answer. Rejects when there is none. */
  send(
    payload: WebhookPayload | Query,
    how?: { method?: 'GET' | 'HEAD' | 'POST'; key?: string | null },
  ): Promise<number>;
  /** Whether the look-up fails. */
  isDown: boolean;
  /** How often Instead was asked. */
  readonly lookups: number;
  /** Every answer so far. */
  readonly answers: readonly WebhookResponse[];
  readonly secret: string | undefined;
}

/** In the error of a look-up that is down. No answer may carry it outside. */
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
  // Never the same twice: the shop's database may remember the last time.
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
      // As a framework does: without a POST of the route's own it is refused, without a HEAD it goes to GET.
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

/** Says who is at fault when something throws or, with a limit, does not come to an end. */
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

import { WEBHOOK_PARAMETERS, type WebhookPayload, type WebhookStatus } from '../protocol/webhook-payload.ts';
import type {
  TestLookup,
  TestOrder,
  TestOrderState,
  TestRoute,
  TestWebhookHandlerOptions,
} from './test-webhook-handler-options.ts';

/** A look-up may return what the types forbid: text from a database in place of a number. */
type LookupResult = { [Field in keyof Payment]?: Payment[Field] | string };
type Payment = NonNullable<Awaited<ReturnType<TestLookup>>>;
type Query = readonly (readonly [name: string, value: string])[];

export interface WebhookResponse {
  body: string;
  cacheControl: string;
}

/** What a case uses: the shop's orders and route, and a look-up that the case controls. */
export interface TestRun {
  createOrder(): Promise<TestOrder>;
  readOrder(order: TestOrder): Promise<TestOrderState>;
  /**
   * Creates a payment, and returns its webhook. `lookupResult` changes what the look-up returns; `null` makes the payment
   * unknown. The emulated Instead chooses the number of the payment, unless `insteadUid` is given.
   */
  pay(order: TestOrder, lookupResult?: LookupResult | null, insteadUid?: string): WebhookPayload;
  /** Changes the status of a payment, and returns the webhook of the change. */
  move(payload: WebhookPayload, status: WebhookStatus): WebhookPayload;
  /** Sends a webhook and resolves with the status code. Rejects if the route throws or hangs. */
  send(
    payload: WebhookPayload | Query,
    options?: { method?: 'GET' | 'HEAD' | 'POST'; key?: string | null; rawQuery?: string },
  ): Promise<number>;
  /** Whether the look-up fails. */
  isDown: boolean;
  /** Awaited by each look-up before it resolves. */
  holdLookup: () => PromiseLike<unknown> | void;
  /** The number of look-ups so far. */
  readonly lookups: number;
  /** Every response so far. */
  readonly responses: readonly WebhookResponse[];
  readonly secret: string | undefined;
  readonly sandbox: boolean;
}

/** The error of a failed look-up. No response may contain it. */
export const LOOKUP_DOWN = 'testWebhookHandler: the look-up fails';

export const toQuery = ({ insteadUid, merchantUid, status }: WebhookPayload): Query => [
  [WEBHOOK_PARAMETERS.insteadUid, insteadUid],
  [WEBHOOK_PARAMETERS.merchantUid, merchantUid],
  [WEBHOOK_PARAMETERS.status, status],
];

export function createTestRun(route: TestRoute, options: TestWebhookHandlerOptions): TestRun {
  const {
    webhookUrl = 'https://shop.example/api/webhooks/instead',
    secret,
    sandbox = false,
    timeLimit = 5000,
  } = options;
  const payments = new Map<string, Payment>();
  const responses: WebhookResponse[] = [];
  // Different in each run: the shop's database may keep the payments of the previous one.
  const runId = crypto.randomUUID();
  let paymentCount = 0;
  let lookups = 0;

  const run: TestRun = {
    createOrder: () => withSource('createOrder()', async () => ({ ...(await options.createOrder()) })),
    readOrder: ({ merchantUid }) =>
      withSource('readOrder()', async () => ({ ...(await options.readOrder(merchantUid)) })),
    pay({ merchantUid, totalAmt: amount }, lookupResult = {}, insteadUid = `test-${runId}-${paymentCount++}`) {
      const payload = { insteadUid, merchantUid, status: 'paid' } as const;
      if (lookupResult)
        payments.set(insteadUid, { ...payload, amount, sandbox, ...(lookupResult as Partial<Payment>) });
      return payload;
    },
    move(payload, status) {
      const payment = payments.get(payload.insteadUid);
      if (payment) payments.set(payload.insteadUid, { ...payment, status });
      return { ...payload, status };
    },
    async send(payload, { method = 'GET', key = secret ?? null, rawQuery } = {}) {
      // As frameworks do: without a POST handler they respond with 405, without a HEAD handler they call GET.
      const isFunction = typeof route === 'function';
      const handler = isFunction ? route : (route[method] ?? (method === 'HEAD' ? route.GET : null));
      if (!handler) return 405;
      const url = new URL(webhookUrl);
      if (key !== null) url.searchParams.set('key', key);
      for (const [name, value] of 'status' in payload ? toQuery(payload) : payload)
        url.searchParams.append(name, value);
      const address = rawQuery === undefined ? url.href : url.href.replace('?', `?${rawQuery}&`);
      return withSource(
        'the handler',
        async () => {
          const response = await handler(new Request(address, { method }));
          return { response, body: await response.text() };
        },
        timeLimit,
      ).then(({ response, body }) => {
        responses.push({ body, cacheControl: response.headers.get('cache-control') ?? '' });
        return response.status;
      });
    },
    isDown: false,
    holdLookup() {},
    get lookups() {
      return lookups;
    },
    responses,
    secret,
    sandbox,
  };

  options.setLookup(async ({ insteadUid }) => {
    lookups++;
    await run.holdLookup();
    if (run.isDown) throw new Error(LOOKUP_DOWN);
    return payments.get(insteadUid) ?? null;
  });
  return run;
}

/** Calls `call`. Rejects with `name` in the message if it throws or, with a time limit (ms), does not settle. */
async function withSource<T>(name: string, call: () => Promise<T>, timeLimit?: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      if (timeLimit === undefined) return;
      timer = setTimeout(() => reject(new Error(`no response within ${timeLimit} ms`)), timeLimit);
    });
    return await Promise.race([call(), late]);
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

// Type tests of /server, /emulator and /testing. Only compiled, never run.
import { createEmulator } from 'react-instead-pay/emulator';
import { createWebhookHandler, isInsteadError, parseWebhook, type PaymentLookup } from 'react-instead-pay/server';
import { createMockAdapter, testWebhookHandler } from 'react-instead-pay/testing';

interface Order {
  id: string;
  totalAmt: number;
}

const findOrder = async (id: string): Promise<Order | null> => ({ id, totalAmt: 3000 });
const lookupPayment = async (): Promise<PaymentLookup> => ({
  status: 'paid',
  amount: 3000,
  merchantUid: null,
  sandbox: null,
});
const nothing = async () => {};
const rest = { onCancelled: nothing, onFailed: nothing };

// The handlers receive the shop's order with all its fields.
export const { GET, HEAD } = createWebhookHandler({
  findOrder,
  lookupPayment,
  onPaid: async (order, payment) => {
    const id: string = order.id;
    const { idempotencyKey, amount }: { idempotencyKey: string; amount: number } = payment;
    // @ts-expect-error the shop's orders have no such field
    void order.missing;
    void [id, idempotencyKey, amount];
  },
  ...rest,
});

// @ts-expect-error lookupPayment is required: a payload is unverified
createWebhookHandler({ findOrder, onPaid: nothing, ...rest });
// @ts-expect-error onPaid is required
createWebhookHandler({ findOrder, lookupPayment, ...rest });
// @ts-expect-error an order has a totalAmt
createWebhookHandler({ findOrder: async () => ({ id: 'a' }), lookupPayment, onPaid: nothing, ...rest });
// @ts-expect-error an amount is a number, not a string
export const textAmount: PaymentLookup['amount'] = '3000';
// @ts-expect-error whether it was a test payment is compared, so it cannot be left out
export const noMode: PaymentLookup = { status: 'paid', amount: 3000, merchantUid: 'order-1' };
// @ts-expect-error the order's number is compared, so it cannot be left out
export const noOrder: PaymentLookup = { status: 'paid', amount: 3000, sandbox: false };

// The route handler that frameworks expect.
export const handler: (request: Request) => Promise<Response> = GET;

export function read(request: Request) {
  const payload = parseWebhook(request);
  const status: 'paid' | 'cancelled' | 'failed' = payload.status;
  // @ts-expect-error a payload has no amount
  void payload.amount;
  return status;
}
export const codeOf = (error: unknown) => (isInsteadError(error) ? error.code : undefined);

const emulator = createEmulator({ basePath: '/instead', webhookUrl: 'http://localhost:3000/api/webhooks/instead' });
export const POST: (request: Request) => Response | Promise<Response> = emulator.fetch;

const adapter = createMockAdapter();
adapter.open();
adapter.send('kakao');
adapter.cancel('user_cancelled');
adapter.fail('popup_blocked');
// @ts-expect-error not a ShareMethod
adapter.send('carrier pigeon');
// @ts-expect-error the browser never learns of the payment
adapter.paid();
export const suite = testWebhookHandler;

// Promises of the types of /server, /sandbox and /testing, kept by the compiler: nothing here runs.
import { createEmulator } from 'react-instead-pay/emulator';
import { createWebhookHandler, isInsteadError, parseWebhook, type PaymentLookup } from 'react-instead-pay/server';
import { createMockAdapter, testWebhookHandler } from 'react-instead-pay/testing';

interface Order {
  id: string;
  totalAmt: number;
}

const findOrder = async (id: string): Promise<Order | null> => ({ id, totalAmt: 3000 });
const lookupPayment = async (): Promise<PaymentLookup> => ({ status: 'paid', amount: 3000 });
const nothing = async () => {};
const rest = { onCancelled: nothing, onFailed: nothing };

// The shop's own order goes through, with all its fields.
export const { GET, HEAD } = createWebhookHandler({
  findOrder,
  lookupPayment,
  onPaid: async (order, payment) => {
    const id: string = order.id;
    const { idempotencyKey, amount }: { idempotencyKey: string; amount: number } = payment;
    // @ts-expect-error not a field of this shop's orders
    void order.missing;
    void [id, idempotencyKey, amount];
  },
  ...rest,
});

// @ts-expect-error the notice alone proves nothing: lookupPayment cannot be left out
createWebhookHandler({ findOrder, onPaid: nothing, ...rest });
// @ts-expect-error nor what is to happen when somebody has paid
createWebhookHandler({ findOrder, lookupPayment, ...rest });
// @ts-expect-error an order says what is due
createWebhookHandler({ findOrder: async () => ({ id: 'a' }), lookupPayment, onPaid: nothing, ...rest });
// @ts-expect-error an amount is a number, not a text
export const wordy: PaymentLookup = { status: 'paid', amount: '3000' };

// It is what a framework asks for: a Request in, a Response out.
export const handler: (request: Request) => Promise<Response> = GET;

export function read(request: Request) {
  const notice = parseWebhook(request);
  const words: 'paid' | 'cancelled' | 'failed' = notice.status;
  // @ts-expect-error a notice carries no amount
  void notice.amount;
  return words;
}
export const codeOf = (error: unknown) => (isInsteadError(error) ? error.code : undefined);

const emulator = createEmulator({ basePath: '/instead', webhookUrl: 'http://localhost:3000/hook' });
export const POST: (request: Request) => Response | Promise<Response> = emulator.fetch;

const gateway = createMockAdapter();
gateway.open();
gateway.send('kakao');
gateway.cancel('user_cancelled');
gateway.fail('popup_blocked');
// @ts-expect-error there is no such method of sending
gateway.send('carrier pigeon');
// @ts-expect-error nobody pays in the browser
gateway.paid();
export const kit = testWebhookHandler;

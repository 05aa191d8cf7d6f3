// The type of every name of react-instead-pay/server. Checked by `tsc` and never run.
import { expectTypeOf } from 'vitest';
import type * as client from 'react-instead-pay';
import {
  InsteadError,
  createWebhookHandler,
  detectInAppBrowser,
  isInsteadError,
  parseWebhook,
  type InAppBrowser,
  type InsteadErrorCode,
  type PaymentLookup,
  type VerifiedPayment,
  type WebhookHandler,
  type WebhookHandlerOptions,
  type WebhookPayload,
  type WebhookRejection,
  type WebhookResult,
  type WebhookStatus,
} from 'react-instead-pay/server';

interface Order {
  totalAmt: number;
  memo: string;
}

expectTypeOf(createWebhookHandler<Order>)
  .parameter(0)
  .toEqualTypeOf<WebhookHandlerOptions<Order>>();
expectTypeOf(createWebhookHandler<Order>).returns.toEqualTypeOf<WebhookHandler>();
expectTypeOf<WebhookHandler['process']>().toEqualTypeOf<(payload: WebhookPayload) => Promise<WebhookResult>>();
expectTypeOf<WebhookRejection['reason']>().toEqualTypeOf<'status' | 'amount' | 'order' | 'mode' | 'unknown_payment'>();
expectTypeOf<WebhookHandler['GET']>().toEqualTypeOf<(request: Request) => Promise<Response>>();
expectTypeOf<WebhookHandler['HEAD']>().toEqualTypeOf<(request: Request) => Promise<Response>>();
expectTypeOf<WebhookHandlerOptions<Order>['onPaid']>().parameters.toEqualTypeOf<
  [order: Order, payment: VerifiedPayment]
>();
expectTypeOf<WebhookHandlerOptions['lookupPayment']>().parameter(0).toEqualTypeOf<WebhookPayload>();
expectTypeOf<PaymentLookup['amount']>().toEqualTypeOf<number>();
expectTypeOf<PaymentLookup['status']>().toEqualTypeOf<WebhookStatus>();
expectTypeOf<VerifiedPayment['idempotencyKey']>().toEqualTypeOf<string>();
expectTypeOf<VerifiedPayment['amount']>().toEqualTypeOf<number>();

// A payload has no amount: it is unsigned and proves nothing.
expectTypeOf(parseWebhook).parameters.toEqualTypeOf<[source: Request | URL | URLSearchParams]>();
expectTypeOf(parseWebhook).returns.toEqualTypeOf<WebhookPayload>();
expectTypeOf<WebhookPayload>().not.toHaveProperty('amount');
expectTypeOf<WebhookStatus>().toEqualTypeOf<'paid' | 'cancelled' | 'failed'>();

// The names that the client exports, too, are the same.
expectTypeOf<InsteadErrorCode>().toEqualTypeOf<client.InsteadErrorCode>();
expectTypeOf<InAppBrowser>().toEqualTypeOf<client.InAppBrowser>();
expectTypeOf<InsteadError>().toEqualTypeOf<client.InsteadError>();
expectTypeOf(detectInAppBrowser).toEqualTypeOf<typeof client.detectInAppBrowser>();
expectTypeOf(isInsteadError).toEqualTypeOf<typeof client.isInsteadError>();

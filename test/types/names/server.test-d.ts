// The type of every name of react-instead-pay/server. Checked by `tsc` and never run.
import { expectTypeOf } from 'vitest';
import type * as client from 'react-instead-pay';
import {
  InsteadError,
  createWebhookHandler,
  detectInAppBrowser,
  isInsteadError,
  parseWebhook,
  reconcile,
  type InAppBrowser,
  type InsteadErrorCode,
  type OrderPayment,
  type PaymentLookup,
  type ReconcileOptions,
  type ReconcileProblem,
  type ReconcileReport,
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

expectTypeOf(reconcile).toBeCallableWith(['order-1'], {} as ReconcileOptions);
expectTypeOf(reconcile).toBeCallableWith(new Set([{ merchantUid: 'order-1', totalAmt: 1 }]), {} as ReconcileOptions);
expectTypeOf(reconcile).toBeCallableWith({} as AsyncGenerator<string>, {} as ReconcileOptions);
expectTypeOf(reconcile).returns.resolves.toEqualTypeOf<ReconcileReport>();
expectTypeOf<ReconcileOptions['process']>().toEqualTypeOf<WebhookHandler['process']>();
expectTypeOf<OrderPayment['status']>().toEqualTypeOf<WebhookStatus | null>();
expectTypeOf<WebhookRejection['reason']>().toExtend<ReconcileProblem['reason']>();

// The names that the client exports, too, are the same.
expectTypeOf<InsteadErrorCode>().toEqualTypeOf<client.InsteadErrorCode>();
expectTypeOf<InAppBrowser>().toEqualTypeOf<client.InAppBrowser>();
expectTypeOf<InsteadError>().toEqualTypeOf<client.InsteadError>();
expectTypeOf(detectInAppBrowser).toEqualTypeOf<typeof client.detectInAppBrowser>();
expectTypeOf(isInsteadError).toEqualTypeOf<typeof client.isInsteadError>();

export { createWebhookHandler, type WebhookHandler } from './webhook-handler.ts';
export type {
  WebhookHandlerOptions,
  WebhookRejection,
  WebhookResult,
  PaymentLookup,
  VerifiedPayment,
} from './webhook-handler-options.ts';
export { reconcile } from './reconcile.ts';
export type { OrderPayment, ReconcileOptions, ReconcileProblem, ReconcileReport } from './reconcile-options.ts';
export { parseWebhook } from './parse-webhook.ts';
export { InsteadError, isInsteadError, type InsteadErrorCode } from '../errors.ts';
export { detectInAppBrowser, type InAppBrowser } from '../protocol/in-app-browser.ts';
export type { WebhookPayload, WebhookStatus } from '../protocol/webhook-payload.ts';

'use client';
export { InsteadError, isInsteadError, type InsteadErrorCode, type InsteadIssue } from './errors.ts';
export type { PayItem, PayRequest, SandboxYn } from './protocol/pay-request.ts';
export type { ShareMethod, ScriptResult } from './protocol/script-message.ts';
export type { InsteadEvent } from './payment/event.ts';
export type { InsteadAdapter, ScriptStatus } from './payment/adapter.ts';
export type { Locale } from './payment/locale.ts';
export type { Pay, PayCallbacks } from './payment/payment-controller.ts';
export type { PayRequestInput } from './payment/payment.ts';
export type { CancelReason, PayOutcome, PayState, PayStatus } from './payment/state.ts';
export type { OrderStatusOptions } from './order/order-status-options.ts';
export type { OrderReport, OrderStatus } from './order/order-report.ts';
export { detectInAppBrowser, type InAppBrowser } from './protocol/in-app-browser.ts';
export {
  createInsteadClient,
  type InsteadClient,
  type InsteadClientOptions,
} from './sdk/create-instead-client.ts';
export { InsteadProvider, type InsteadProviderProps } from './react/instead-provider.tsx';
export { useInsteadScript } from './react/use-instead-script.ts';
export { useInsteadPay, type UseInsteadPayResult } from './react/use-instead-pay.ts';
export { useOrderStatus, type UseOrderStatusResult } from './react/use-order-status.ts';
export { useCurrentPayment } from './react/use-current-payment.ts';
export { PayButton, type PayButtonProps } from './ui/pay-button.tsx';
export { PayDeadline, type PayDeadlineProps } from './ui/pay-deadline.tsx';
export { PayOverlay, type PayOverlayProps } from './ui/pay-overlay.tsx';
export type { PayLabels } from './ui/labels.ts';

// The type of every name of react-instead-pay. Checked by `tsc` and never run; test/conventions/type-tests.test.ts finds a name without a test.
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { expectTypeOf } from 'vitest';
import {
  InsteadError,
  InsteadProvider,
  PayButton,
  PayDeadline,
  PayOverlay,
  createInsteadClient,
  detectInAppBrowser,
  isInsteadError,
  useCurrentPayment,
  useInsteadPay,
  useInsteadScript,
  useOrderStatus,
  OrderStatus,
  type CancelReason,
  type InAppBrowser,
  type InsteadAdapter,
  type InsteadClient,
  type InsteadClientOptions,
  type InsteadErrorCode,
  type InsteadEvent,
  type InsteadIssue,
  type InsteadProviderProps,
  type PayLocale,
  type OrderReport,
  type OrderStatusOptions,
  type Pay,
  type PayButtonProps,
  type PayCallbacks,
  type PayDeadlineProps,
  type PayItem,
  type PayLabels,
  type PayOutcome,
  type OrderStatusProps,
  type PayOverlayProps,
  type PayRequest,
  type PayRequestInput,
  type PayState,
  type PayStatus,
  type SandboxYn,
  type ScriptResult,
  type ScriptStatus,
  type ShareMethod,
  type UseInsteadPayResult,
  type UseOrderStatusResult,
} from 'react-instead-pay';

// Errors.
expectTypeOf(InsteadError).toBeConstructibleWith('popup_blocked');
expectTypeOf<InsteadError>().toExtend<Error>();
expectTypeOf<InsteadError['code']>().toEqualTypeOf<InsteadErrorCode>();
expectTypeOf<InsteadError['retryable']>().toEqualTypeOf<boolean>();
expectTypeOf<InsteadError['issues']>().toEqualTypeOf<readonly InsteadIssue[] | undefined>();
expectTypeOf<InsteadErrorCode>().toExtend<string>();
expectTypeOf<InsteadErrorCode>().not.toEqualTypeOf<string>();
expectTypeOf<InsteadIssue>().toEqualTypeOf<{ path: string; message: string }>();
expectTypeOf(isInsteadError).guards.toEqualTypeOf<InsteadError>();

// The request.
expectTypeOf<PayRequest['totalAmt']>().toEqualTypeOf<number>();
expectTypeOf<PayRequest['itemList']>().toEqualTypeOf<readonly PayItem[]>();
expectTypeOf<PayRequest['sandboxYn']>().toEqualTypeOf<SandboxYn | undefined>();
expectTypeOf<PayRequest['request_cb']>().toEqualTypeOf<((result: ScriptResult) => void) | undefined>();
expectTypeOf<Date>().toExtend<PayRequest['payEndDttm']>();
expectTypeOf<PayItem['itemName']>().toEqualTypeOf<string>();
expectTypeOf<string | number>().toExtend<PayItem['itemAmt']>();
expectTypeOf<SandboxYn>().toEqualTypeOf<'0' | '1'>();
expectTypeOf<ScriptResult['result']>().toEqualTypeOf<'success' | 'fail' | 'opened' | 'closed'>();
expectTypeOf<PayRequest>().toExtend<PayRequestInput>();
expectTypeOf<() => Promise<PayRequest>>().toExtend<PayRequestInput>();
expectTypeOf<Promise<PayRequest>>().not.toExtend<PayRequestInput>();

// The payment. No status and no outcome means paid.
expectTypeOf<Pay>().parameter(0).toEqualTypeOf<PayRequestInput>();
expectTypeOf<Pay>().returns.resolves.toEqualTypeOf<PayOutcome>();
expectTypeOf<PayOutcome['status']>().toEqualTypeOf<'sent' | 'cancelled' | 'failed'>();
expectTypeOf<PayOutcome>().toExtend<PayState>();
expectTypeOf<PayStatus>().toEqualTypeOf<PayState['status']>();
expectTypeOf<'paid'>().not.toExtend<PayStatus>();
expectTypeOf<Extract<PayState, { status: 'sent' }>['method']>().toEqualTypeOf<ShareMethod>();
expectTypeOf<Extract<PayState, { status: 'cancelled' }>['reason']>().toEqualTypeOf<CancelReason>();
expectTypeOf<ShareMethod>().toEqualTypeOf<'kakao' | 'facebook' | 'link'>();
expectTypeOf<CancelReason>().toEqualTypeOf<'user_cancelled' | 'popup_closed' | 'aborted'>();
expectTypeOf<PayCallbacks>().toHaveProperty('onSent');
expectTypeOf<PayCallbacks>().toHaveProperty('onCancelled');
expectTypeOf<PayCallbacks>().toHaveProperty('onFailed');

// The script and its adapter.
expectTypeOf<ScriptStatus['status']>().toEqualTypeOf<'idle' | 'loading' | 'ready' | 'failed'>();
expectTypeOf<Extract<ScriptStatus, { status: 'failed' }>['error']>().toEqualTypeOf<InsteadError>();
expectTypeOf<InsteadAdapter['getStatus']>().returns.toEqualTypeOf<ScriptStatus>();
expectTypeOf<InsteadAdapter['connect']>().returns.toEqualTypeOf<Promise<void>>();
expectTypeOf<Extract<InsteadEvent, { type: 'payment' }>['durationMs']>().toEqualTypeOf<number>();
expectTypeOf<InsteadEvent['timestamp']>().toEqualTypeOf<number>();

// The client without React.
expectTypeOf(createInsteadClient).parameters.toEqualTypeOf<[options: InsteadClientOptions]>();
expectTypeOf(createInsteadClient).returns.toEqualTypeOf<InsteadClient>();
expectTypeOf<InsteadClient['pay']>().toEqualTypeOf<Pay>();
expectTypeOf<InsteadClient['ready']>().returns.toEqualTypeOf<Promise<void>>();
expectTypeOf<InsteadClient['getPayment']>().returns.toEqualTypeOf<PayState>();
expectTypeOf<InsteadClient['subscribe']>().returns.toEqualTypeOf<() => void>();
expectTypeOf<{ clientId: string }>().toExtend<InsteadClientOptions>();
expectTypeOf<{ adapter: InsteadAdapter }>().toExtend<InsteadClientOptions>();
expectTypeOf<{ sandbox: boolean }>().not.toExtend<InsteadClientOptions>();

// The provider and the hooks.
expectTypeOf(InsteadProvider).returns.toEqualTypeOf<ReactElement>();
expectTypeOf(InsteadProvider).parameters.toEqualTypeOf<[props: InsteadProviderProps]>();
expectTypeOf<InsteadProviderProps['children']>().toEqualTypeOf<ReactNode>();
expectTypeOf(useInsteadPay).parameters.toEqualTypeOf<[callbacks?: PayCallbacks]>();
expectTypeOf(useInsteadPay).returns.toEqualTypeOf<UseInsteadPayResult>();
expectTypeOf<UseInsteadPayResult['state']>().toEqualTypeOf<PayState>();
expectTypeOf<UseInsteadPayResult['pay']>().toEqualTypeOf<Pay>();
expectTypeOf(useCurrentPayment).returns.toEqualTypeOf<PayState>();
expectTypeOf(useInsteadScript).returns.toExtend<ScriptStatus>();
expectTypeOf(useInsteadScript).returns.toHaveProperty('retry').toEqualTypeOf<() => void>();

// The order. Only its status, from the shop's server, can be `paid`.
expectTypeOf(useOrderStatus).parameters.toEqualTypeOf<[merchantUid: string, options: OrderStatusOptions]>();
expectTypeOf(useOrderStatus).returns.toEqualTypeOf<UseOrderStatusResult & { refetch: () => void }>();
expectTypeOf<UseOrderStatusResult['status']>().toEqualTypeOf<OrderStatus>();
expectTypeOf<Extract<UseOrderStatusResult, { status: 'waiting' }>['timeLeft']>().toEqualTypeOf<number | null>();
expectTypeOf<OrderStatus>().toEqualTypeOf<'waiting' | 'paid' | 'cancelled' | 'failed' | 'expired'>();
expectTypeOf<OrderStatus>().toExtend<OrderReport>();
expectTypeOf<{ status: OrderStatus; expiresAt: Date }>().toExtend<OrderReport>();
expectTypeOf<OrderStatusOptions['fetchStatus']>().parameter(0).toEqualTypeOf<string>();

// The components.
expectTypeOf<PayButtonProps['request']>().toEqualTypeOf<PayRequestInput>();
expectTypeOf<PayButtonProps>().toExtend<PayCallbacks>();
expectTypeOf<ComponentProps<typeof PayButton>>().toExtend<PayButtonProps>();
expectTypeOf<ComponentProps<typeof PayButton>>().toHaveProperty('ref');
expectTypeOf(PayButton).toBeCallableWith({ request: {} as PayRequest, disabled: true });
expectTypeOf<PayDeadlineProps['expiresAt']>().toEqualTypeOf<string | number | Date>();
expectTypeOf(PayDeadline).toBeCallableWith({ expiresAt: new Date(0) });
expectTypeOf(PayOverlay).returns.toEqualTypeOf<ReactElement>();
expectTypeOf<PayOverlayProps['labels']>().toEqualTypeOf<PayLabels | undefined>();
expectTypeOf(OrderStatus).parameter(0).toExtend<OrderStatusProps>();
expectTypeOf<OrderStatusProps['merchantUid']>().toBeString();
expectTypeOf<OrderStatusProps['labels']>().toExtend<{ paid?: string } | undefined>();
expectTypeOf<PayLabels['sent']>().toEqualTypeOf<string | undefined>();
expectTypeOf<PayLocale['lang']>().toBeString();

// The in-app browser.
expectTypeOf(detectInAppBrowser).parameters.toEqualTypeOf<[userAgent?: string]>();
expectTypeOf(detectInAppBrowser).returns.toEqualTypeOf<InAppBrowser>();
expectTypeOf<InAppBrowser['popups']>().toEqualTypeOf<'supported' | 'unreliable'>();

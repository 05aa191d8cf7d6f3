// Type tests, checked by `tsc` and never run. Each @ts-expect-error marks code that must not compile.
import { createElement } from 'react';
import {
  createInsteadClient,
  isInsteadError,
  InsteadProvider,
  PayButton,
  useInsteadScript,
  useInsteadPay,
  type CancelReason,
  type InsteadError,
  type InsteadErrorCode,
  type InsteadEvent,
  type Pay,
  type ShareMethod,
  type PayOutcome,
  type PayRequest,
  type PayState,
  type PayStatus,
  type UseInsteadPayResult,
} from 'react-instead-pay';
import { createMockAdapter } from 'react-instead-pay/testing';
import { en } from 'react-instead-pay/locales';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const expectTrue = <T extends true>(): T | void => {};

const request: PayRequest = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: 1 }],
  payEndDttm: 1,
  totalAmt: 3000,
};

// The statuses are exactly these, and none of them means paid.
expectTrue<Equal<PayStatus, 'idle' | 'preparing' | 'requesting' | 'open' | 'sent' | 'cancelled' | 'failed'>>();
expectTrue<Equal<Extract<PayStatus, 'paid' | 'success'>, never>>();
expectTrue<Equal<PayOutcome['status'], 'sent' | 'cancelled' | 'failed'>>();
type Fields<T> = T extends unknown ? keyof T : never;
expectTrue<Equal<Fields<PayState>, 'status' | 'merchantUid' | 'method' | 'reason' | 'error'>>();

// The status narrows the fields.
export function narrow(state: PayState) {
  // @ts-expect-error not every state has a method
  void state.method;
  switch (state.status) {
    case 'idle':
      // @ts-expect-error an idle state has no order
      return state.merchantUid;
    case 'preparing':
      expectTrue<Equal<typeof state.merchantUid, string | undefined>>();
      return;
    case 'requesting':
    case 'open':
      expectTrue<Equal<typeof state.merchantUid, string>>();
      // @ts-expect-error only a cancelled state has a reason
      return state.reason;
    case 'sent':
      expectTrue<Equal<typeof state.method, ShareMethod>>();
      expectTrue<Equal<typeof state.merchantUid, string>>();
      // @ts-expect-error states are read-only
      state.method = 'link';
      return;
    case 'cancelled':
      expectTrue<Equal<typeof state.reason, CancelReason>>();
      return;
    case 'failed':
      expectTrue<Equal<typeof state.error, InsteadError>>();
      return;
    // @ts-expect-error there is no such status
    case 'paid':
      return;
  }
}

// An exhaustive switch needs no default, and a missing case is an error.
export function describeStatus(state: PayState): string {
  switch (state.status) {
    case 'idle':
    case 'preparing':
    case 'requesting':
    case 'open':
    case 'sent':
    case 'cancelled':
    case 'failed':
      return state.status;
  }
}
// @ts-expect-error `cancelled` is missing, so the function may return undefined
export function describeOutcome(outcome: PayOutcome): string {
  switch (outcome.status) {
    case 'sent':
    case 'failed':
      return outcome.status;
  }
}
// With a `default`, `satisfies never` finds a missing case.
export function describeReason(reason: CancelReason): string {
  switch (reason) {
    case 'user_cancelled':
    case 'popup_closed':
      return reason;
    default:
      // @ts-expect-error `aborted` is missing
      return reason satisfies never;
  }
}
export const everyCode = {
  sdk_load_failed: 1,
  token_failed: 1,
  session_failed: 1,
  popup_blocked: 1,
  popup_lost: 1,
  invalid_request: 1,
  order_failed: 1,
  already_paying: 1,
  no_provider: 1,
  disposed: 1,
  invalid_webhook: 1,
} satisfies Record<InsteadErrorCode, 1>;

// The guide's field names and values.
export const accepted: PayRequest[] = [
  { ...request, sandboxYn: '0' },
  { ...request, sandboxYn: '1', payEndDttm: '1520302281201' },
  { ...request, payEndDttm: new Date(), request_cb: (result) => void [result.result, result.method] },
  { ...request, itemList: [{ itemName: '가방', itemAmt: '1', imgUrl: '', orderUrl: 'https://shop.example' }] as const },
];
// @ts-expect-error not one of the guide's values
export const yes: PayRequest = { ...request, sandboxYn: 'Y' };
// @ts-expect-error a string in the guide
export const one: PayRequest = { ...request, sandboxYn: 1 };
// @ts-expect-error a number in the guide
export const digits: PayRequest = { ...request, totalAmt: '3000' };
// @ts-expect-error name is missing
export const nameless: PayRequest = { merchantUid: 'a', itemList: [], payEndDttm: 1, totalAmt: 1 };
// @ts-expect-error itemName is missing
export const unnamed: PayRequest = { ...request, itemList: [{ itemAmt: 1 }] };
// @ts-expect-error the field is misspelled
export const misspelled: PayRequest = { ...request, merchantUID: 'a' };

// pay() takes a request or a function that returns one, and resolves with an outcome.
export async function usePay(pay: Pay, signal: AbortSignal) {
  expectTrue<Equal<ReturnType<Pay>, Promise<PayOutcome>>>();
  await pay(request);
  await pay(() => request);
  await pay(async () => request, { signal });
  // @ts-expect-error pay() takes the function, not its promise: the click would be used up
  await pay(Promise.resolve(request));
}

// clientId is optional only with an adapter.
createElement(InsteadProvider, { clientId: 'shop' });
createElement(InsteadProvider, { adapter: createMockAdapter() });
createElement(InsteadProvider, { adapter: createMockAdapter(), clientId: 'shop', locale: en, load: 'lazy' });
createInsteadClient({ clientId: 'shop', sandbox: true });
createInsteadClient({ adapter: createMockAdapter() });
// @ts-expect-error neither clientId nor adapter
createElement(InsteadProvider, { sandbox: true });
// @ts-expect-error neither clientId nor adapter
createInsteadClient({ sandbox: true });
// @ts-expect-error sandbox is a boolean
createInsteadClient({ clientId: 'shop', sandbox: '1' });

// PayButton takes the props of a button and a request.
createElement(PayButton, { request, type: 'submit', 'aria-label': '부탁', children: (state) => state.status });
createElement(PayButton, { request, labels: { sent: 'a', errors: { popup_blocked: 'b' } }, overlay: false });
// @ts-expect-error request is missing
createElement(PayButton, {});
// @ts-expect-error there is no label for a status that does not exist
createElement(PayButton, { request, labels: { paid: 'a' } });
// @ts-expect-error there is no label for a code that does not exist
createElement(PayButton, { request, labels: { errors: { oops: 'a' } } });

export function useHooks(event: InsteadEvent, thrown: unknown) {
  const script = useInsteadScript();
  // @ts-expect-error only a failed status has an error
  void script.error;
  if (script.status === 'failed') expectTrue<Equal<typeof script.error, InsteadError>>();

  expectTrue<Equal<keyof UseInsteadPayResult, 'state' | 'pay' | 'cancel' | 'focus' | 'reset'>>();
  useInsteadPay({
    onSent: ({ method, merchantUid }) =>
      expectTrue<Equal<[typeof method, typeof merchantUid], [ShareMethod, string]>>(),
    onCancelled: ({ reason }) => expectTrue<Equal<typeof reason, CancelReason>>(),
    onFailed: ({ error }) => expectTrue<Equal<typeof error.code, InsteadErrorCode>>(),
  });

  if (event.type === 'script') {
    // @ts-expect-error a script event has no order
    void event.merchantUid;
  } else expectTrue<Equal<typeof event.durationMs, number>>();

  if (isInsteadError(thrown)) expectTrue<Equal<typeof thrown.code, InsteadErrorCode>>();
}

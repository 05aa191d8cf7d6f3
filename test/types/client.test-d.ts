// Promises of the types, kept by `tsc`: nothing here runs. Each @ts-expect-error is a mistake that the compiler must refuse.
import { createElement } from 'react';
import {
  createInstead,
  isInsteadError,
  InsteadProvider,
  PayButton,
  useInstead,
  useInsteadPay,
  type CancelReason,
  type InsteadError,
  type InsteadErrorCode,
  type InsteadEvent,
  type Pay,
  type PayMethod,
  type PayOutcome,
  type PayRequest,
  type PayState,
  type PayStatus,
  type UseInsteadPayResult,
} from 'react-instead-pay';
import { createTestGateway } from 'react-instead-pay/testing';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const expectTrue = <T extends true>(): T | void => {};

const request: PayRequest = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: 1 }],
  payEndDttm: 1,
  totalAmt: 3000,
};

// The statuses are these, and none of them says that anybody has paid.
expectTrue<Equal<PayStatus, 'idle' | 'preparing' | 'requesting' | 'open' | 'sent' | 'cancelled' | 'failed'>>();
expectTrue<Equal<Extract<PayStatus, 'paid' | 'success'>, never>>();
expectTrue<Equal<PayOutcome['status'], 'sent' | 'cancelled' | 'failed'>>();
type Fields<T> = T extends unknown ? keyof T : never;
expectTrue<Equal<Fields<PayState>, 'status' | 'merchantUid' | 'method' | 'reason' | 'error'>>();

// A status tells which fields there are.
export function narrow(state: PayState) {
  // @ts-expect-error not every state has one
  void state.method;
  switch (state.status) {
    case 'idle':
      // @ts-expect-error nothing has begun
      return state.merchantUid;
    case 'preparing':
      expectTrue<Equal<typeof state.merchantUid, string | undefined>>();
      return;
    case 'requesting':
    case 'open':
      expectTrue<Equal<typeof state.merchantUid, string>>();
      // @ts-expect-error it has not ended
      return state.reason;
    case 'sent':
      expectTrue<Equal<typeof state.method, PayMethod>>();
      expectTrue<Equal<typeof state.merchantUid, string>>();
      // @ts-expect-error a state is to be read
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

// A switch needs no default, and one with a case left out is found.
export function sayStatus(state: PayState): string {
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
// @ts-expect-error `cancelled` is left out, so there may be no answer
export function sayOutcome(outcome: PayOutcome): string {
  switch (outcome.status) {
    case 'sent':
    case 'failed':
      return outcome.status;
  }
}
// A `default` would hide a status that is still to be answered: a `never` in it finds one.
export function sayReason(reason: CancelReason): string {
  switch (reason) {
    case 'by_shopper':
    case 'window_closed':
      return reason;
    default:
      // @ts-expect-error `aborted` is left out
      return reason satisfies never;
  }
}
export const everyCode = {
  sdk_load_failed: 1,
  connect_failed: 1,
  session_failed: 1,
  popup_blocked: 1,
  window_lost: 1,
  invalid_request: 1,
  order_failed: 1,
  already_paying: 1,
  no_provider: 1,
  disposed: 1,
  notice_malformed: 1,
} satisfies Record<InsteadErrorCode, 1>;

// The guide's names, and the values it has for them.
export const accepted: PayRequest[] = [
  { ...request, sandboxYn: '0' },
  { ...request, sandboxYn: '1', payEndDttm: '1520302281201' },
  { ...request, payEndDttm: new Date(), request_cb: (result) => void [result.result, result.method] },
  { ...request, itemList: [{ itemName: '가방', itemAmt: '1', imgUrl: '', orderUrl: 'https://shop.example' }] as const },
];
// @ts-expect-error not the guide's word
export const yes: PayRequest = { ...request, sandboxYn: 'Y' };
// @ts-expect-error a string in the guide
export const one: PayRequest = { ...request, sandboxYn: 1 };
// @ts-expect-error a number in the guide
export const digits: PayRequest = { ...request, totalAmt: '3000' };
// @ts-expect-error who asks is missing
export const nameless: PayRequest = { merchantUid: 'a', itemList: [], payEndDttm: 1, totalAmt: 1 };
// @ts-expect-error an item has a name
export const unnamed: PayRequest = { ...request, itemList: [{ itemAmt: 1 }] };
// @ts-expect-error a misspelt field is not sent to Instead
export const misspelt: PayRequest = { ...request, merchantUID: 'a' };

// pay() takes a request, or a function that makes one, and never rejects: an outcome is all there is.
export async function usePay(pay: Pay, signal: AbortSignal) {
  expectTrue<Equal<ReturnType<Pay>, Promise<PayOutcome>>>();
  await pay(request);
  await pay(() => request);
  await pay(async () => request, { signal });
  // @ts-expect-error the function is to be given, not its promise: the click would be spent
  await pay(Promise.resolve(request));
}

// clientId may be left out only with a gateway.
createElement(InsteadProvider, { clientId: 'shop' });
createElement(InsteadProvider, { gateway: createTestGateway() });
createElement(InsteadProvider, { gateway: createTestGateway(), clientId: 'shop', locale: 'en', load: 'lazy' });
createInstead({ clientId: 'shop', sandbox: true });
createInstead({ gateway: createTestGateway() });
// @ts-expect-error neither
createElement(InsteadProvider, { sandbox: true });
// @ts-expect-error neither
createInstead({ sandbox: true });
// @ts-expect-error real money is asked for by a boolean, not by a word
createInstead({ clientId: 'shop', sandbox: '1' });

// A button is a button, with a request.
createElement(PayButton, { request, type: 'submit', 'aria-label': '부탁', children: (state) => state.status });
createElement(PayButton, { request, labels: { sent: 'a', errors: { popup_blocked: 'b' } }, overlay: false });
// @ts-expect-error nothing to pay
createElement(PayButton, {});
// @ts-expect-error there is no such status to have a word for
createElement(PayButton, { request, labels: { paid: 'a' } });
// @ts-expect-error nor such an error
createElement(PayButton, { request, labels: { errors: { oops: 'a' } } });

export function useHooks(event: InsteadEvent, thrown: unknown) {
  const instead = useInstead();
  // @ts-expect-error there is an error only where it has failed
  void instead.error;
  if (instead.status === 'failed') expectTrue<Equal<typeof instead.error, InsteadError>>();

  expectTrue<Equal<keyof UseInsteadPayResult, 'state' | 'pay' | 'cancel' | 'focus' | 'reset'>>();
  useInsteadPay({
    onSent: ({ method, merchantUid }) => expectTrue<Equal<[typeof method, typeof merchantUid], [PayMethod, string]>>(),
    onCancelled: ({ reason }) => expectTrue<Equal<typeof reason, CancelReason>>(),
    onFailed: ({ error }) => expectTrue<Equal<typeof error.code, InsteadErrorCode>>(),
  });

  if (event.type === 'script') {
    // @ts-expect-error a step of the script has no order
    void event.merchantUid;
  } else expectTrue<Equal<typeof event.elapsed, number>>();

  if (isInsteadError(thrown)) expectTrue<Equal<typeof thrown.code, InsteadErrorCode>>();
}

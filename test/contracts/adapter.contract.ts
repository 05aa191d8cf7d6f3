import { afterEach, describe, expect, test } from 'vitest';
import type { InsteadEvent, ShareMethod, PayOutcome, PayRequest, ScriptResult } from 'react-instead-pay';

/** The conditions of a test before the click. Without any, everything works. */
export interface Conditions {
  /** The browser blocks the popup. */
  isBlocked?: boolean;
  /** The script fails to load. */
  isScriptBroken?: boolean;
  /** The script is loading until `scriptArrives()` is called. */
  isScriptSlow?: boolean;
  /** Instead refuses the session with a status other than 401 and 403. */
  isSessionRefused?: boolean;
  /** The shop's `request_cb` throws on every call. */
  isCallbackBroken?: boolean;
}

/** The driver of a test shop on one adapter, with `sandbox`, whose button pays `makeContractRequest()`. */
export interface AdapterFixture {
  /** The shopper clicks the shop's button. */
  click(): Promise<void>;
  /** The slow script finishes loading. */
  finishLoading(): Promise<void>;
  /** Instead's page loads in the popup. Waits for it where that is automatic. */
  loadPayPage(): Promise<void>;
  /** The shopper sends the request to the payer. */
  send(method: ShareMethod): Promise<void>;
  /** The shopper clicks cancel in the popup. */
  cancelInPopup(): Promise<void>;
  /** The shopper closes the popup without a result. */
  closePopup(): Promise<void>;
  /** The shop calls `cancel()`. */
  cancel(): Promise<void>;
  /** The events that `onEvent` received. */
  events(): Promise<readonly InsteadEvent[]>;
  /** The outcomes of `pay()`, in order. An error may have been serialized to a plain object. */
  outcomes(): Promise<readonly PayOutcome[]>;
  /** The results that the shop's `request_cb` received, in order. */
  callbackResults(): Promise<readonly ScriptResult[]>;
  /** The session requests that Instead received, in order, as JSON. */
  sessionRequests(): Promise<readonly unknown[]>;
  /** Whether the popup is open. Undefined after `sent`, when the popup is left to the shopper. */
  isPopupOpen(): Promise<boolean>;
  end(): Promise<void>;
}

const LATER = 4_102_412_400_000;

// A real popup takes time to open. Tests wait for conditions, never for durations.
const poll = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });

/** The request of the test shop, which adds its own `request_cb`. */
export const makeContractRequest = (): PayRequest => ({
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: 1, imgUrl: '', orderUrl: 'https://shop.example/1' }],
  payEndDttm: new Date(LATER),
  totalAmt: 3000,
});

type Step = Record<string, unknown>;

/** Defines the tests that every adapter has to pass. */
export function describeAdapter(name: string, setUpShop: (conditions: Conditions) => Promise<AdapterFixture>): void {
  describe(name, () => {
    let shop: AdapterFixture | undefined;
    afterEach(async () => {
      await shop?.end();
      shop = undefined;
    });

    const setUp = async (conditions: Conditions = {}) => (shop = await setUpShop(conditions));

    /** The payment events so far, without their times. */
    const steps = async (): Promise<Step[]> => {
      const events = (await shop?.events()) ?? [];
      return events.filter(({ type }) => type === 'payment').map(withoutTime);
    };
    /** Waits until the payment events are exactly these. */
    const expectSteps = (expected: Step[]) =>
      poll(steps).toEqual(expected.map((step) => ({ merchantUid: 'order-1', ...step })));
    const expectNoPopup = () => poll(() => shop?.isPopupOpen()).toBe(false);

    const preparing = { status: 'preparing' };
    const requesting = { status: 'requesting' };
    const open = { status: 'open' };

    test.each<ShareMethod>(['kakao', 'facebook', 'link'])(
      'resolves sent with the method when the shopper shares by %s',
      async (method) => {
        const { click, loadPayPage, send, outcomes } = await setUp();
        await click();
        await loadPayPage();
        await expectSteps([preparing, requesting, open]);
        await send(method);
        await expectSteps([preparing, requesting, open, { status: 'sent', method }]);
        await poll(outcomes).toEqual([{ status: 'sent', merchantUid: 'order-1', method }]);
      },
    );

    test('requests one session, with the field names of the guide', async () => {
      const { click, loadPayPage, sessionRequests } = await setUp();
      await click();
      await loadPayPage();
      const { payEndDttm: _, ...rest } = JSON.parse(JSON.stringify(makeContractRequest())) as Record<string, unknown>;
      await poll(sessionRequests).toEqual([{ ...rest, payEndDttm: String(LATER), sandboxYn: '1' }]);
    });

    test('calls request_cb with opened and success', async () => {
      const { click, loadPayPage, send, callbackResults } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await send('link');
      await poll(callbackResults).toEqual([{ result: 'opened' }, { result: 'success', method: 'link' }]);
    });

    test('calls request_cb with fail and cancelled when the shopper cancels', async () => {
      const { click, loadPayPage, cancelInPopup, callbackResults } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await cancelInPopup();
      await poll(callbackResults).toEqual([{ result: 'opened' }, { result: 'fail', method: 'cancelled' }]);
    });

    test('a request_cb that throws does not interrupt the payment', async () => {
      const { click, loadPayPage, send } = await setUp({ isCallbackBroken: true });
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await send('kakao');
      await expectSteps([preparing, requesting, open, { status: 'sent', method: 'kakao' }]);
    });

    test('resolves user_cancelled and closes the popup when the shopper cancels in it', async () => {
      const { click, loadPayPage, cancelInPopup } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await cancelInPopup();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'user_cancelled' }]);
      await expectNoPopup();
    });

    test('resolves popup_closed when the popup is closed without a result', async () => {
      const { click, loadPayPage, closePopup } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await closePopup();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'popup_closed' }]);
    });

    test('cancel() resolves aborted and closes the popup', async () => {
      const { click, loadPayPage, cancel } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await cancel();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'aborted' }]);
      await expectNoPopup();
    });

    test('a click before the script is loaded waits for it', async () => {
      const { click, finishLoading, loadPayPage, sessionRequests } = await setUp({ isScriptSlow: true });
      await click();
      await expectSteps([preparing]);
      expect(await sessionRequests()).toEqual([]);
      await finishLoading();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
    });

    test('requests no session when the payment is cancelled before the script is loaded', async () => {
      const { click, finishLoading, cancel, sessionRequests, events } = await setUp({ isScriptSlow: true });
      await click();
      await cancel();
      await expectSteps([preparing, { status: 'cancelled', reason: 'aborted' }]);
      await expectNoPopup();
      await finishLoading();
      await poll(async () => (await events()).filter(({ type }) => type === 'script').at(-1)).toMatchObject({
        status: 'ready',
      });
      expect(await sessionRequests()).toEqual([]);
    });

    test('fails with popup_blocked when the popup is blocked', async () => {
      const { click, sessionRequests } = await setUp({ isBlocked: true });
      await click();
      await expectSteps([{ status: 'failed', code: 'popup_blocked' }]);
      expect(await sessionRequests()).toEqual([]);
    });

    test('fails with sdk_load_failed and closes the popup when the script does not load', async () => {
      const { click, outcomes } = await setUp({ isScriptBroken: true });
      await click();
      await expectSteps([preparing, { status: 'failed', code: 'sdk_load_failed' }]);
      await expectNoPopup();
      await poll(outcomes).toMatchObject([{ status: 'failed', error: { code: 'sdk_load_failed' } }]);
    });

    test('fails with session_failed and closes the popup when Instead refuses the request', async () => {
      const { click } = await setUp({ isSessionRefused: true });
      await click();
      await expectSteps([preparing, requesting, { status: 'failed', code: 'session_failed' }]);
      await expectNoPopup();
    });

    test('a click after a payment has settled starts a new payment', async () => {
      const { click, loadPayPage, cancelInPopup, send } = await setUp();
      await click();
      await loadPayPage();
      await expectSteps([preparing, requesting, open]);
      await cancelInPopup();
      const first = [preparing, requesting, open, { status: 'cancelled', reason: 'user_cancelled' }];
      await expectSteps(first);
      await click();
      await loadPayPage();
      await expectSteps([...first, preparing, requesting, open]);
      await send('link');
      await expectSteps([...first, preparing, requesting, open, { status: 'sent', method: 'link' }]);
    });
  });
}

function withoutTime(event: InsteadEvent): Step {
  const { timestamp: _, type: __, ...step }: InsteadEvent & { durationMs?: number } = event;
  delete step.durationMs;
  return step;
}

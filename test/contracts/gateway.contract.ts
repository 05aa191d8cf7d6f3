import { afterEach, describe, expect, test } from 'vitest';
import type { InsteadEvent, PayMethod, PayOutcome, PayRequest, ScriptResult } from 'react-instead-pay';

/** How the world stands before the shopper presses. Nothing given: all is well. */
export interface World {
  /** The browser opens no window. */
  isBlocked?: boolean;
  /** The script is nowhere to be had. */
  isScriptBroken?: boolean;
  /** The script is on its way until `stage.scriptArrives()`. */
  isScriptSlow?: boolean;
  /** Instead answers the request with a refusal that is not about the token. */
  isSessionRefused?: boolean;
  /** The shop's own `request_cb` throws whenever it is called. */
  isCallbackBroken?: boolean;
}

/** A shop on one gateway, with `sandbox`, whose button pays `makeContractRequest()`; and its shopper. */
export interface GatewayStage {
  /** The shopper presses the shop's button. */
  press(): Promise<void>;
  /** The script that was slow is there. */
  scriptArrives(): Promise<void>;
  /** Instead's page comes up in the window. Where it does so by itself, this waits for it. */
  opens(): Promise<void>;
  /** The shopper sends the request to a friend. */
  sends(method: PayMethod): Promise<void>;
  /** The shopper presses cancel in Instead's page. */
  cancels(): Promise<void>;
  /** The shopper closes the window without a word. */
  closesWindow(): Promise<void>;
  /** The shop calls the payment off: `cancel()`. */
  callsOff(): Promise<void>;
  /** What `onEvent` has heard. */
  events(): Promise<readonly InsteadEvent[]>;
  /** What `pay()` has resolved with, in turn. An error may have become a plain object on its way here. */
  outcomes(): Promise<readonly PayOutcome[]>;
  /** What the shop's `request_cb` has heard, in turn. */
  heard(): Promise<readonly ScriptResult[]>;
  /** What Instead was asked, in turn, as JSON. */
  asked(): Promise<readonly unknown[]>;
  /** Whether a payment window is up. After `sent` it is the shopper's, and this says nothing. */
  isWindowUp(): Promise<boolean>;
  end(): Promise<void>;
}

const LATER = 4_102_412_400_000;

// A real window takes its time; what is waited for is a condition, never a while.
const poll = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });

/** What the shop of the stage asks for. It brings a `request_cb` of its own. */
export const makeContractRequest = (): PayRequest => ({
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: 1, imgUrl: '', orderUrl: 'https://shop.example/1' }],
  payEndDttm: new Date(LATER),
  totalAmt: 3000,
});

type Step = Record<string, unknown>;

/** What a payment and its gateway owe each other, whoever the gateway is. */
export function describeGateway(name: string, setStage: (world: World) => Promise<GatewayStage>): void {
  describe(name, () => {
    let stage: GatewayStage | undefined;
    afterEach(async () => {
      await stage?.end();
      stage = undefined;
    });

    const set = async (world: World = {}) => (stage = await setStage(world));

    /** Every step of the payments so far, without its time. */
    const steps = async (): Promise<Step[]> => {
      const events = (await stage?.events()) ?? [];
      return events.filter(({ type }) => type === 'payment').map(withoutTime);
    };
    /** Waits until the payments have come this far, and have taken no other way. */
    const expectSteps = (expected: Step[]) =>
      poll(steps).toEqual(expected.map((step) => ({ merchantUid: 'order-1', ...step })));
    const expectNoWindow = () => poll(() => stage?.isWindowUp()).toBe(false);

    const preparing = { status: 'preparing' };
    const requesting = { status: 'requesting' };
    const open = { status: 'open' };

    test.each<PayMethod>(['kakao', 'facebook', 'link'])(
      'a request sent by %s is sent, and no more than that',
      async (method) => {
        const { press, opens, sends, outcomes } = await set();
        await press();
        await opens();
        await expectSteps([preparing, requesting, open]);
        await sends(method);
        await expectSteps([preparing, requesting, open, { status: 'sent', method }]);
        await poll(outcomes).toEqual([{ status: 'sent', merchantUid: 'order-1', method }]);
      },
    );

    test('Instead is asked once, in the words of the guide', async () => {
      const { press, opens, asked } = await set();
      await press();
      await opens();
      const { payEndDttm: _, ...rest } = JSON.parse(JSON.stringify(makeContractRequest())) as Record<string, unknown>;
      await poll(asked).toEqual([{ ...rest, payEndDttm: String(LATER), sandboxYn: '1' }]);
    });

    test('request_cb hears that the page is up and how the request was sent', async () => {
      const { press, opens, sends, heard } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await sends('link');
      await poll(heard).toEqual([{ result: 'opened' }, { result: 'success', method: 'link' }]);
    });

    test('request_cb hears that the shopper has cancelled', async () => {
      const { press, opens, cancels, heard } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await cancels();
      await poll(heard).toEqual([{ result: 'opened' }, { result: 'fail', method: 'cancelled' }]);
    });

    test('a request_cb that throws breaks no payment', async () => {
      const { press, opens, sends } = await set({ isCallbackBroken: true });
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await sends('kakao');
      await expectSteps([preparing, requesting, open, { status: 'sent', method: 'kakao' }]);
    });

    test('a shopper who cancels in the page has cancelled, and the window goes', async () => {
      const { press, opens, cancels } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await cancels();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'by_shopper' }]);
      await expectNoWindow();
    });

    test('a window that is closed without a word has cancelled', async () => {
      const { press, opens, closesWindow } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await closesWindow();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'window_closed' }]);
    });

    test('a payment that is called off closes its window', async () => {
      const { press, opens, callsOff } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await callsOff();
      await expectSteps([preparing, requesting, open, { status: 'cancelled', reason: 'aborted' }]);
      await expectNoWindow();
    });

    test('a press before the script is there waits for it', async () => {
      const { press, scriptArrives, opens, asked } = await set({ isScriptSlow: true });
      await press();
      await expectSteps([preparing]);
      expect(await asked()).toEqual([]);
      await scriptArrives();
      await opens();
      await expectSteps([preparing, requesting, open]);
    });

    test('a payment that is called off before the script is there asks nobody', async () => {
      const { press, scriptArrives, callsOff, asked, events } = await set({ isScriptSlow: true });
      await press();
      await callsOff();
      await expectSteps([preparing, { status: 'cancelled', reason: 'aborted' }]);
      await expectNoWindow();
      await scriptArrives();
      await poll(async () => (await events()).filter(({ type }) => type === 'script').at(-1)).toMatchObject({
        status: 'ready',
      });
      expect(await asked()).toEqual([]);
    });

    test('a blocked window is popup_blocked', async () => {
      const { press, asked } = await set({ isBlocked: true });
      await press();
      await expectSteps([{ status: 'failed', code: 'popup_blocked' }]);
      expect(await asked()).toEqual([]);
    });

    test('a script that is nowhere to be had is sdk_load_failed, and the window goes', async () => {
      const { press, outcomes } = await set({ isScriptBroken: true });
      await press();
      await expectSteps([preparing, { status: 'failed', code: 'sdk_load_failed' }]);
      await expectNoWindow();
      await poll(outcomes).toMatchObject([{ status: 'failed', error: { code: 'sdk_load_failed' } }]);
    });

    test('a request that Instead refuses is session_failed, and the window goes', async () => {
      const { press } = await set({ isSessionRefused: true });
      await press();
      await expectSteps([preparing, requesting, { status: 'failed', code: 'session_failed' }]);
      await expectNoWindow();
    });

    test('after an end the next press is a payment of its own', async () => {
      const { press, opens, cancels, sends } = await set();
      await press();
      await opens();
      await expectSteps([preparing, requesting, open]);
      await cancels();
      const first = [preparing, requesting, open, { status: 'cancelled', reason: 'by_shopper' }];
      await expectSteps(first);
      await press();
      await opens();
      await expectSteps([...first, preparing, requesting, open]);
      await sends('link');
      await expectSteps([...first, preparing, requesting, open, { status: 'sent', method: 'link' }]);
    });
  });
}

function withoutTime(event: InsteadEvent): Step {
  const { at: _, type: __, ...step }: InsteadEvent & { elapsed?: number } = event;
  delete step.elapsed;
  return step;
}

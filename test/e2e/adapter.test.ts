import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright';
import { describeAdapter, makeContractRequest } from '../contracts/adapter.contract.ts';
import { openTestSite, type TestSite } from './support/test-site.ts';
import { choose } from '../support/choose.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());

// The same contract that the mock adapter passes in test/testing, here with a real popup.
describeAdapter('the gateway over the real script’s contract keeps it', async (world) => {
  site.reset();
  const request = makeContractRequest();
  const scriptArrives = world.isScriptSlow ? site.holdScript() : () => {};
  if (world.isScriptBroken) await site.faults({ scriptStatus: 503 });
  if (world.isSessionRefused) await site.faults({ sessionStatus: 400 });
  const { page, context } = await site.visit({
    scene: 'plain',
    request: JSON.stringify({ ...request, payEndDttm: Number(request.payEndDttm) }),
    ...(world.isCallbackBroken ? { flags: 'brokenCallback' } : {}),
    settings: { load: 'lazy', timeouts: world.isScriptBroken ? { script: 2_000 } : {} },
  });
  if (world.isScriptSlow) await page.evaluate(() => void window.instead.ready());
  if (world.isBlocked) await page.evaluate(() => void (window.open = () => null));
  const windows: Page[] = [];
  context.on('page', (opened) => windows.push(opened));
  const popup = () => windows.at(-1)!;

  return {
    click: () => page.getByRole('button', { name: 'pay' }).click(),
    scriptArrives: async () => scriptArrives(),
    opens: () => page.waitForFunction(() => window.instead.getPayment().status === 'open').then(() => {}),
    sends: (method) =>
      popup()
        .getByRole('button', { name: { kakao: '카카오톡', facebook: '페이스북', link: '링크 복사' }[method] })
        .click(),
    cancels: () => choose(popup(), '취소'),
    closesWindow: () => popup().close(),
    callsOff: () => page.evaluate(() => window.instead.cancel()),
    events: () => page.evaluate(() => window.recorded.events),
    outcomes: () =>
      page.evaluate(() => JSON.parse(JSON.stringify(window.recorded.outcomes)) as typeof window.recorded.outcomes),
    callbackResults: () => page.evaluate(() => window.recorded.raw as never),
    asked: async () => site.sessions,
    isWindowUp: async () => windows.some((opened) => !opened.isClosed()),
    end: () => context.close(),
  };
});

import { afterAll, beforeAll } from 'vitest';
import type { Page } from 'playwright';
import { describeAdapter, makeContractRequest } from '../contracts/adapter.contract.ts';
import { openTestSite, type TestSite } from './support/test-site.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite()));
afterAll(() => site.close());

// The same contract that the mock adapter passes in test/testing, here with a real popup.
describeAdapter('the script adapter', async (conditions) => {
  await site.reset();
  const request = makeContractRequest();
  const scriptArrives = conditions.isScriptSlow ? site.holdScript() : () => {};
  if (conditions.isScriptBroken) await site.faults({ scriptStatus: 503 });
  if (conditions.isSessionRefused) await site.faults({ sessionStatus: 400 });
  const { page, context } = await site.visit({
    scene: 'plain',
    request: JSON.stringify({ ...request, payEndDttm: Number(request.payEndDttm) }),
    ...(conditions.isCallbackBroken ? { flags: 'brokenCallback' } : {}),
    settings: { load: 'lazy', timeouts: conditions.isScriptBroken ? { script: 2_000 } : {} },
  });
  if (conditions.isScriptSlow) await page.evaluate(() => void window.instead.ready());
  if (conditions.isBlocked) await page.evaluate(() => void (window.open = () => null));
  const windows: Page[] = [];
  context.on('page', (opened) => windows.push(opened));
  const popup = () => windows.at(-1)!;

  return {
    click: () => page.getByRole('button', { name: 'pay' }).click(),
    finishLoading: async () => scriptArrives(),
    loadPayPage: () => page.waitForFunction(() => window.instead.getPayment().status === 'open').then(() => {}),
    send: (method) =>
      popup()
        .getByRole('button', { name: { kakao: '카카오톡', facebook: '페이스북', link: '링크 복사' }[method] })
        .click(),
    cancelInPopup: () => clickInPopup(popup(), '취소'),
    closePopup: () => popup().close(),
    cancel: () => page.evaluate(() => window.instead.cancel()),
    events: () => page.evaluate(() => window.recorded.events),
    outcomes: () =>
      page.evaluate(() => JSON.parse(JSON.stringify(window.recorded.outcomes)) as typeof window.recorded.outcomes),
    callbackResults: () => page.evaluate(() => window.recorded.raw as never),
    sessionRequests: async () => site.sessions,
    isPopupOpen: async () => windows.some((opened) => !opened.isClosed()),
    end: () => context.close(),
  };
});

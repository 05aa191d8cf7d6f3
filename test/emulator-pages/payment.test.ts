import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRequest } from '../emulator/open-emulator.ts';
import { openInChromium } from './open-in-chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { emulator, service, browser, listen, createPayment, close } = await openInChromium({ language: 'ko' });
let context: BrowserContext;
let shop = '';

// Loads the script as in the guide, with Subresource Integrity.
const shopPage = (integrity: string) => `<!doctype html><title>shop</title>
<script src="${service}/instead-1.0.1.js" crossorigin="anonymous" integrity="${integrity}"></script>
<button>pay</button><script>
  window.results = [];
  INSTEAD.init('shop');
  document.querySelector('button').onclick = () => INSTEAD.requestPay({
    ...${JSON.stringify(createRequest())}, request_cb: (result) => results.push(result),
  });
</script>`;

beforeAll(async () => {
  const script = await (await fetch(`${service}/instead-1.0.1.js`)).arrayBuffer();
  const hash = Buffer.from(await crypto.subtle.digest('SHA-384', script)).toString('base64');
  shop = await listen(
    () => new Response(shopPage(`sha384-${hash}`), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
});
afterAll(close);
beforeEach(async () => void (context = await browser.newContext()));
afterEach(async () => {
  await context.close();
  emulator.reset();
});

const results = (page: Page) => page.evaluate<{ result: string; method?: string }[]>('results');

/** Clicks the shop's button, and resolves with the page and the popup that the script opens. */
async function requestPayment(): Promise<{ page: Page; popup: Page }> {
  const page = await context.newPage();
  await page.goto(shop);
  await page.waitForFunction('INSTEAD.access_token');
  const [popup] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()]);
  await expect.poll(() => results(page)).not.toEqual([]);
  return { page, popup };
}

const click = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true }).click();

describe('a payment with the emulator’s script, as in the guide', () => {
  it.each([
    ['카카오톡', 'kakao', '카카오톡으로 보냈어요'],
    ['페이스북', 'facebook', '페이스북으로 보냈어요'],
    ['링크 복사', 'link', '복사했어요'],
  ])('is sent by %s and paid in another browser without JavaScript', async (name, method, note) => {
    const { page, popup } = await requestPayment();
    expect(await results(page)).toEqual([{ result: 'opened' }]);
    expect(await page.locator('#blocker').textContent()).toBe('요청 진행중');
    await click(popup, name);
    await expect.poll(() => results(page)).toEqual([{ result: 'opened' }, { result: 'success', method }]);
    await expect.poll(() => popup.getByRole('status').textContent()).toBe(note);
    const link = popup.getByRole('link', { name: '결제 페이지 열기', exact: true });
    expect(await link.getAttribute('target')).toBe('_blank');

    const payer = await browser.newContext({ javaScriptEnabled: false });
    const payment = await payer.newPage();
    await payment.goto(new URL((await link.getAttribute('href'))!, service).href);
    await payment.getByRole('radio', { name: '휴대폰', exact: true }).check();
    await payment.getByRole('button', { name: '결제하기', exact: true }).click();
    await payment.getByRole('heading', { name: '결제했어요', exact: true }).waitFor();
    await payment.goto(payment.url().split('?')[0]!);
    await payment.getByRole('heading', { name: '이미 결제된 요청이에요' }).waitFor();
    await payer.close();

    await popup.close({ runBeforeUnload: true });
    await expect.poll(async () => (await results(page)).at(-1)).toEqual({ result: 'closed' });
    expect(await page.locator('#blocker').count()).toBe(0);
  });

  it('is cancelled by 취소, which closes the popup', async () => {
    const { page, popup } = await requestPayment();
    const isClosed = popup.waitForEvent('close');
    await click(popup, '취소').catch(() => {});
    await isClosed;
    await expect
      .poll(() => results(page))
      .toEqual([{ result: 'opened' }, { result: 'fail', method: 'cancelled' }, { result: 'closed' }]);
  });

  it('posts every message twice with the fault popup: twice', async () => {
    emulator.setFaults({ popup: 'twice' });
    const { page, popup } = await requestPayment();
    await click(popup, '링크 복사');
    const success = { result: 'success', method: 'link' };
    await expect.poll(() => results(page)).toEqual([{ result: 'opened' }, { result: 'opened' }, success, success]);
  });

  it('posts invalid messages first with the fault popup: forged', async () => {
    emulator.setFaults({ popup: 'forged' });
    const { page } = await requestPayment();
    await expect.poll(async () => (await results(page)).at(-1)).toEqual({ result: 'opened' });
    expect(await results(page)).toContainEqual({ result: 'paid' });
  });

  it.each(['silent', 'closes'] as const)('receives no messages with the fault popup: %s', async (popup) => {
    emulator.setFaults({ popup });
    const page = await context.newPage();
    await page.goto(shop);
    await page.waitForFunction('INSTEAD.access_token');
    const [sharePage] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()]);
    if (popup === 'silent') await click(sharePage, '카카오톡');
    else await sharePage.waitForEvent('close');
    // A message that was posted before this task would have arrived.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    expect(await results(page)).toEqual([]);
  });
});

it('runs no script of an order’s fields, and no page violates its Content-Security-Policy', async () => {
  const evil = `</script><img src=x onerror="window.isInjected=1">"'\`\${window.isInjected=1}`;
  const { sharePath, checkoutPath } = await createPayment({
    name: evil,
    merchantUid: evil,
    itemList: [
      { itemName: evil, itemAmt: evil, imgUrl: `${service}/none?"onerror=alert(1)`, orderUrl: `${service}/?"x` },
    ],
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.text().includes('Content Security Policy') && problems.push(message.text()));
  for (const path of [sharePath, checkoutPath, '/']) {
    await page.goto(service + path);
    expect(await page.evaluate('window.isInjected'), path).toBeUndefined();
    expect(await page.locator('[onerror]').count(), path).toBe(0);
  }
  expect(problems).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the color scheme %s', (colorScheme) => {
  it.each([
    { width: 320, height: 256 },
    { width: 375, height: 667 },
    { width: 1280, height: 800 },
  ])('every page is accessible and fits $width px', async (viewport) => {
    const { sharePath, checkoutPath } = await createPayment();
    const paid = await createPayment();
    await fetch(`${service}${paid.checkoutPath}/pay`, {
      method: 'POST',
      body: new URLSearchParams({ method: 'card' }),
    });
    emulator.setFaults({ sessionDelay: 1_000 });
    const visitor = await browser.newContext({ viewport, colorScheme });
    const page = await visitor.newPage();
    const check = async (name: string, isAtEveryWidth = true) => {
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
      // What axe finds depends little on the language: in the others than Korean it runs at one width.
      if (!isAtEveryWidth && viewport.width > 320) return;
      await page.evaluate(axe);
      const violations = await page.evaluate(
        `axe.run().then(({ passes, violations }) => {
          if (passes.length === 0) throw new Error('axe has checked nothing');
          return violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join());
        })`,
      );
      expect(violations, name).toEqual([]);
    };
    const declining = `${checkoutPath}?decline`;
    for (const path of [sharePath, checkoutPath, declining, paid.checkoutPath, paid.sharePath, '/checkout/none', '/']) {
      for (const language of path === '/' ? ['en', 'ko'] : ['en', 'ja', 'zh-CN', 'ko']) {
        const url = new URL(path, service);
        url.searchParams.set('lang', language);
        await page.goto(url.href);
        await check(url.pathname + url.search, language === 'ko');
      }
    }
    await page.goto(service + sharePath);
    await click(page, '카카오톡');
    await check('sent');
    await visitor.close();
  });
});

it('switches the language of every page', async () => {
  const { sharePath } = await createPayment();
  const page = await context.newPage();
  await page.goto(service + sharePath);
  await page.getByRole('button', { name: '카카오톡' }).waitFor();
  for (const [language, button] of [
    ['English', 'Copy link'],
    ['日本語', 'リンクをコピー'],
    ['简体中文', '复制链接'],
  ]) {
    await page.getByRole('link', { name: language! }).click();
    await page.getByRole('button', { name: button! }).waitFor();
  }
  await page.goto(service);
  await page.getByRole('heading', { name: 'Instead emulator' }).waitFor();
  await page.getByRole('link', { name: '한국어' }).click();
  await page.getByRole('heading', { name: '인스테드 에뮬레이터' }).waitFor();
});

it('adds a new payment request to the open dashboard, and logs nothing to the console', async () => {
  const page = await context.newPage();
  const output: string[] = [];
  page.on('console', (message) => output.push(message.text()));
  await page.goto(service);
  await page.getByRole('heading', { name: '결제 요청 0건' }).waitFor();
  await createPayment();
  await page.getByRole('heading', { name: '결제 요청 1건' }).waitFor();
  expect(output).toEqual([]);
});

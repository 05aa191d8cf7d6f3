import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmulator } from 'react-instead-pay/emulator';
import { launchOptions } from '../support/chromium.ts';
import { aRequest } from './open-emulator.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const emulator = createEmulator();
const servers: Server[] = [];
let browser: Browser;
let context: BrowserContext;
let service = '';
let shop = '';

async function listen(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
  const answer = getRequestListener(fetch);
  const server = createServer((request, response) => void answer(request, response));
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// The shop loads the script as the guide says, under the script's own hash.
const shopPage = (integrity: string) => `<!doctype html><title>shop</title>
<script src="${service}/instead-1.0.1.js" crossorigin="anonymous" integrity="${integrity}"></script>
<button>pay</button><script>
  window.results = [];
  INSTEAD.init('shop');
  document.querySelector('button').onclick = () => INSTEAD.requestPay({
    ...${JSON.stringify(aRequest())}, request_cb: (result) => results.push(result),
  });
</script>`;

beforeAll(async () => {
  service = await listen(emulator.fetch);
  const script = await (await fetch(`${service}/instead-1.0.1.js`)).arrayBuffer();
  const hash = Buffer.from(await crypto.subtle.digest('SHA-384', script)).toString('base64');
  shop = await listen(
    () => new Response(shopPage(`sha384-${hash}`), { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  browser = await chromium.launch(launchOptions);
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});
beforeEach(async () => void (context = await browser.newContext()));
afterEach(async () => {
  await context.close();
  emulator.reset();
});

const results = (page: Page) => page.evaluate<{ result: string; method?: string }[]>('results');

/** Presses the shop's button, and takes hold of the window that the stand-in opens. */
async function ask(): Promise<{ page: Page; popup: Page }> {
  const page = await context.newPage();
  await page.goto(shop);
  await page.waitForFunction('INSTEAD.access_token');
  const [popup] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()]);
  await expect.poll(() => results(page)).not.toEqual([]);
  return { page, popup };
}

const click = (popup: Page, name: string) => popup.getByRole('button', { name, exact: true }).click();

describe('a payment by the stand-in alone, as the guide has it', () => {
  it.each([
    ['카카오톡', 'kakao', '카카오톡으로 보냈어요'],
    ['페이스북', 'facebook', '페이스북으로 보냈어요'],
    ['링크 복사', 'link', '복사했어요'],
  ])('is sent by %s, and paid by somebody else in another browser', async (name, method, words) => {
    const { page, popup } = await ask();
    expect(await results(page)).toEqual([{ result: 'opened' }]);
    expect(await page.locator('#blocker').textContent()).toBe('요청 진행중');
    await click(popup, name);
    await expect.poll(() => results(page)).toEqual([{ result: 'opened' }, { result: 'success', method }]);
    expect(await popup.getByRole('status').textContent()).toBe(words);
    const link = popup.getByRole('link', { name: '결제 페이지 열기', exact: true });
    expect(await link.getAttribute('target')).toBe('_blank');

    const friend = await browser.newContext({ javaScriptEnabled: false });
    const payment = await friend.newPage();
    await payment.goto(new URL((await link.getAttribute('href'))!, service).href);
    await payment.getByRole('radio', { name: '휴대폰', exact: true }).check();
    await payment.getByRole('button', { name: '결제하기', exact: true }).click();
    await payment.getByRole('heading', { name: '결제했어요', exact: true }).waitFor();
    await payment.goto(payment.url().split('?')[0]!);
    await payment.getByRole('heading', { name: '이미 결제된 요청이에요' }).waitFor();
    await friend.close();

    await popup.close({ runBeforeUnload: true });
    await expect.poll(async () => (await results(page)).at(-1)).toEqual({ result: 'closed' });
    expect(await page.locator('#blocker').count()).toBe(0);
  });

  it('is cancelled by 취소, which closes the window', async () => {
    const { page, popup } = await ask();
    const isClosed = popup.waitForEvent('close');
    await click(popup, '취소').catch(() => {});
    await isClosed;
    await expect
      .poll(() => results(page))
      .toEqual([{ result: 'opened' }, { result: 'fail', method: 'cancelled' }, { result: 'closed' }]);
  });

  it('is said twice over when the popup says everything twice', async () => {
    emulator.setFaults({ popup: 'twice' });
    const { page, popup } = await ask();
    await click(popup, '링크 복사');
    const success = { result: 'success', method: 'link' };
    await expect.poll(() => results(page)).toEqual([{ result: 'opened' }, { result: 'opened' }, success, success]);
  });

  it('comes with forged words before its own when it is to', async () => {
    emulator.setFaults({ popup: 'forged' });
    const { page } = await ask();
    await expect.poll(async () => (await results(page)).at(-1)).toEqual({ result: 'opened' });
    expect(await results(page)).toContainEqual({ result: 'paid' });
  });

  it.each(['silent', 'closes'] as const)('receives nothing from a popup that is %s', async (popup) => {
    emulator.setFaults({ popup });
    const page = await context.newPage();
    await page.goto(shop);
    await page.waitForFunction('INSTEAD.access_token');
    const [window] = await Promise.all([context.waitForEvent('page'), page.getByRole('button').click()]);
    if (popup === 'silent') await click(window, '카카오톡');
    else await window.waitForEvent('close');
    // What was said before this would have arrived before it.
    await page.evaluate(() => new Promise((events) => setTimeout(events)));
    expect(await results(page)).toEqual([]);
  });
});

async function openBill(change: Record<string, unknown> = {}) {
  const post = async (path: string, body: unknown, bearer = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    const answer = await fetch(service + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, string>;
  };
  const { access_token } = await post('/api/token', { client_id: 'shop' });
  const { session_id } = await post('/api/session', aRequest(change), access_token);
  const sharePath = `/api/pay?session_id=${session_id}`;
  const html = await (await fetch(service + sharePath)).text();
  return { sharePath, billPath: /href="(\/bill\/[^"]+)"/.exec(html)![1]! };
}

it('runs no script that a shop has put into a bill, and none of its pages breaks its own policy', async () => {
  const evil = `</script><img src=x onerror="window.isOwned=1">"'\`\${window.isOwned=1}`;
  const { sharePath, billPath } = await openBill({
    name: evil,
    merchantUid: evil,
    itemList: [
      { itemName: evil, itemAmt: evil, imgUrl: `${service}/none?"onerror=alert(1)`, orderUrl: `${service}/?"x` },
    ],
  });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.text().includes('Content Security Policy') && broken.push(message.text()));
  for (const path of [sharePath, billPath, '/']) {
    await page.goto(service + path);
    expect(await page.evaluate('window.isOwned'), path).toBeUndefined();
    expect(await page.locator('[onerror]').count(), path).toBe(0);
  }
  expect(broken).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it.each([
    { width: 375, height: 667 },
    { width: 1280, height: 800 },
  ])('every page is accessible and fits into $width px', async (viewport) => {
    const { sharePath, billPath } = await openBill();
    const paid = await openBill();
    await fetch(`${service}${paid.billPath}/pay`, { method: 'POST', body: new URLSearchParams({ method: 'card' }) });
    emulator.setFaults({ sessionDelay: 1_000 });
    const visitor = await browser.newContext({ viewport, colorScheme });
    const page = await visitor.newPage();
    const check = async (name: string) => {
      await page.evaluate(axe);
      const violations = await page.evaluate(
        `axe.run().then(({ passes, violations }) => {
          if (passes.length === 0) throw new Error('axe has looked at nothing');
          return violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join());
        })`,
      );
      expect(violations, name).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
    };
    for (const path of [sharePath, billPath, paid.billPath, '/bill/none', '/']) {
      await page.goto(service + path);
      await check(path);
    }
    await page.goto(service + sharePath);
    await click(page, '카카오톡');
    await check('sent');
    await visitor.close();
  });
});

it('shows a new bill on the open front page by itself, and says nothing on the console', async () => {
  const page = await context.newPage();
  const output: string[] = [];
  page.on('console', (message) => output.push(message.text()));
  await page.goto(service);
  await page.getByRole('heading', { name: '결제 요청 0건' }).waitFor();
  await openBill();
  await page.getByRole('heading', { name: '결제 요청 1건' }).waitFor();
  expect(output).toEqual([]);
});

import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clickInPopup } from '../support/click-in-popup.ts';
import { openInChromium, recordSpeech } from './open-in-chromium.ts';

const DAY = 24 * 60 * 60 * 1000;
const { emulator, service, browser, createPayment, post, close } = await openInChromium({ language: 'ko' });
let context: BrowserContext;

afterAll(close);
let violations: string[] = [];
beforeEach(async () => {
  context = await browser.newContext();
  violations = [];
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) violations.push(message.text());
  });
});
afterEach(async () => {
  await context.close();
  emulator.reset();
  expect(violations).toEqual([]);
});

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

/** Opens a page of the emulator, as the shop does: from a page that receives its messages. */
async function openPopup(path: string) {
  const shop = await context.newPage();
  await shop.goto(`${service}/checkout/none`);
  await shop.evaluate(() => {
    const results: unknown[] = [];
    Object.assign(window, { results });
    addEventListener('message', ({ data }) => results.push(data));
  });
  // A script is added to the popup before its first page: `about:blank` stays until then.
  let speech: Promise<() => Promise<string[]>> | undefined;
  context.once('page', (page) => void (speech = recordSpeech(page)));
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    shop.evaluate(() => void Object.assign(window, { popup: window.open('about:blank', 'share', 'popup') })),
  ]);
  const readSpeech = await speech!;
  await popup.goto(service + path);
  const results = () => shop.evaluate(() => (window as unknown as { results: unknown[] }).results);
  return { shop, popup, readSpeech, results };
}

/** Clicks a button that closes the popup. */
async function closeBy(popup: Page, name: string) {
  const isClosed = popup.waitForEvent('close');
  await clickInPopup(popup, name);
  await isClosed;
}

async function openPage(path: string) {
  const page = await context.newPage();
  const readSpeech = await recordSpeech(page);
  await page.goto(service + path);
  return { page, readSpeech };
}

const cancelAtShop = (checkoutPath: string) => post(`/api/payments/${checkoutPath.split('/').at(-1)}/cancel`, {});
const payElsewhere = (checkoutPath: string) =>
  fetch(`${service}${checkoutPath}/pay`, { method: 'POST', body: new URLSearchParams({ method: 'card' }) });
const declineElsewhere = (checkoutPath: string) => fetch(`${service}${checkoutPath}/decline`, { method: 'POST' });

describe('the share page', () => {
  it.each([
    ['카카오톡', '카카오톡으로 보냈어요'],
    ['페이스북', '페이스북으로 보냈어요'],
    ['링크 복사', '복사했어요'],
  ])('announces that the request was sent by %s, and keeps the focus', async (name, note) => {
    const { sharePath } = await createPayment();
    const { popup, readSpeech } = await openPopup(sharePath);
    expect(await popup.title()).toBe('결제를 부탁해 · 모의 결제');
    await button(popup, name).focus();
    await popup.keyboard.press('Enter');
    await expect
      .poll(readSpeech)
      .toEqual([
        'title: 결제를 부탁해 · 모의 결제',
        `focus: ${name}`,
        'title: 결제를 부탁했어요 · 모의 결제',
        `status: ${note}`,
      ]);
    await heading(popup, '결제를 부탁했어요').waitFor();
    // The same words once more are announced once more.
    await popup.keyboard.press('Enter');
    await expect.poll(async () => (await readSpeech()).filter((each) => each === `status: ${note}`)).toHaveLength(2);
  });

  it('copies the address of the checkout page', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: service });
    const { sharePath, checkoutPath } = await createPayment();
    const { popup } = await openPopup(sharePath);
    await button(popup, '링크 복사').click();
    await expect.poll(() => popup.evaluate(() => navigator.clipboard.readText())).toBe(service + checkoutPath);
    expect(await popup.getByLabel('결제 링크 주소').isVisible()).toBe(false);
  });

  it.each(['rejects', 'is missing'])(
    'announces 복사했어요 only if it was copied: the clipboard %s, and the address is shown',
    async (clipboard) => {
      const { sharePath, checkoutPath } = await createPayment();
      const { popup, readSpeech, results } = await openPopup(sharePath);
      await popup.evaluate((isMissing) => {
        const broken = { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
        Object.defineProperty(navigator, 'clipboard', { value: isMissing ? undefined : broken });
        document.execCommand = () => false;
      }, clipboard === 'is missing');
      await button(popup, '링크 복사').click();
      await popup.getByText('복사하지 못했어요. 아래 주소를 복사해 주세요.').waitFor();
      expect(await popup.getByLabel('결제 링크 주소').inputValue()).toBe(service + checkoutPath);
      expect((await readSpeech()).join()).not.toContain('복사했어요');
      await popup.getByRole('link', { name: '결제 페이지 열기', exact: true }).waitFor();
      expect(await results()).toContainEqual({ result: 'success', method: 'link' });
      await button(popup, '카카오톡').click();
      await expect.poll(() => popup.getByLabel('결제 링크 주소').isVisible()).toBe(false);
    },
  );

  it('copies without a clipboard, as on a phone that opens it without https', async () => {
    const { sharePath, checkoutPath } = await createPayment();
    const { popup } = await openPopup(sharePath);
    await popup.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      window.addEventListener('copy', ({ clipboardData }) => {
        document.body.dataset.copied = clipboardData!.getData('text/plain');
      });
    });
    await button(popup, '링크 복사').click();
    await popup.getByText('복사했어요', { exact: true }).waitFor();
    await expect.poll(() => popup.evaluate(() => document.body.dataset.copied)).toBe(service + checkoutPath);
  });

  it('has 닫기 in place of 취소 once the request is sent, which closes the popup and cancels nothing', async () => {
    const { sharePath } = await createPayment();
    const { popup, results } = await openPopup(sharePath);
    expect(await button(popup, '닫기').count()).toBe(0);
    await button(popup, '카카오톡').click();
    expect(await button(popup, '취소').count()).toBe(0);
    await closeBy(popup, '닫기');
    const methods = async () => (await results()).filter((each) => (each as { method?: string }).method);
    await expect.poll(results).toContainEqual({ result: 'closed' });
    expect(await methods()).toEqual([{ result: 'success', method: 'kakao' }]);
  });

  it.each([
    ['has expired', () => emulator.advance(DAY), '결제 기한이 만료됐어요', '쇼핑몰에서 다시 부탁해 주세요'],
    ['is cancelled', cancelAtShop, '취소된 요청이에요', '판매자가 이 결제를 취소했어요'],
    ['is paid', payElsewhere, '결제자가 결제했어요', '카드 · 3,000원'],
    ['is declined', declineElsewhere, '결제자가 거절했어요', '쇼핑몰에서 다시 부탁할 수 있어요'],
  ])('shows in the open popup that its request %s, and can be closed', async (_, end, title, details) => {
    const { sharePath, checkoutPath } = await createPayment();
    const { popup, readSpeech, results } = await openPopup(sharePath);
    await button(popup, '카카오톡').focus();
    await end(checkoutPath);
    await heading(popup, title).waitFor();
    await expect.poll(readSpeech).toEqual(expect.arrayContaining([`title: ${title} · 모의 결제`, `focus: ${title}`]));
    await popup.getByText(details).waitFor();
    expect(await popup.getByText(/까지 결제할 수 있어요/).count()).toBe(0);
    expect(await button(popup, '카카오톡').count()).toBe(0);
    expect(await results()).not.toContainEqual({ result: 'closed' });
    await closeBy(popup, '닫기');
  });

  it('does not count as sent what is shared after the expiration', async () => {
    const { sharePath, checkoutPath } = await createPayment();
    emulator.advance(DAY);
    const answer = await post(`${checkoutPath}/sent`, { method: 'kakao' });
    expect(answer.status).toBe(409);
    const { popup } = await openPopup(sharePath);
    await heading(popup, '결제 기한이 만료됐어요').waitFor();
    expect(await popup.title()).toBe('결제 기한이 만료됐어요 · 모의 결제');
    await closeBy(popup, '닫기');
  });

  it('asks to close a window that no script has opened', async () => {
    const { sharePath } = await createPayment();
    const { page, readSpeech } = await openPage('/');
    await page.getByRole('link', { name: /요청 창/ }).click();
    await button(page, '카카오톡').click();
    await button(page, '닫기').click();
    await page.getByText('브라우저에서 이 창을 닫아 주세요.').waitFor();
    expect((await readSpeech()).at(-1)).toBe('status: 브라우저에서 이 창을 닫아 주세요.');
    emulator.advance(DAY);
    await page.goto(service + sharePath);
    await button(page, '닫기').click();
    await page.getByText('브라우저에서 이 창을 닫아 주세요.').waitFor();
  });
});

describe('the checkout page', () => {
  it('asks once before it declines, and declines nothing after 돌아가기', async () => {
    const { checkoutPath } = await createPayment();
    const { page } = await openPage(checkoutPath);
    expect(await page.title()).toBe('결제를 부탁받았어요 · 모의 결제');
    await button(page, '거절하기').press('Enter');
    await heading(page, '이 요청을 거절할까요?').waitFor();
    expect(await page.title()).toBe('이 요청을 거절할까요? · 모의 결제');
    await page.getByRole('link', { name: '돌아가기' }).press('Enter');
    await button(page, '결제하기').waitFor();
    await button(page, '거절하기').press('Enter');
    await button(page, '네, 거절할게요').press('Enter');
    await heading(page, '결제를 거절했어요').waitFor();
    expect(await page.title()).toBe('결제를 거절했어요 · 모의 결제');
  });

  it.each(['', '?decline'])('shows to the payer that the request has expired while it was open: %s', async (query) => {
    const { checkoutPath } = await createPayment();
    const { page, readSpeech } = await openPage(checkoutPath + query);
    emulator.advance(DAY);
    await heading(page, '결제 기한이 만료됐어요').waitFor();
    await page.getByText('부탁한 분에게 결제 링크를 다시 받아 주세요.').waitFor();
    await expect
      .poll(readSpeech)
      .toEqual(expect.arrayContaining(['title: 결제 기한이 만료됐어요 · 모의 결제', 'focus: 결제 기한이 만료됐어요']));
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
    expect(await page.getByText(/까지 결제할 수 있어요/).count()).toBe(0);
  });

  it.each([
    ['paid', payElsewhere, '이미 결제된 요청이에요'],
    ['declined', declineElsewhere, '이미 거절된 요청이에요'],
    ['cancelled', cancelAtShop, '취소된 요청이에요'],
  ])('has the title of its state when it was %s before', async (_, end, title) => {
    const { checkoutPath } = await createPayment();
    await end(checkoutPath);
    const { page } = await openPage(checkoutPath);
    expect(await page.title()).toBe(`${title} · 모의 결제`);
    await heading(page, title).waitFor();
    expect(await page.getByText(/까지 결제할 수 있어요/).count()).toBe(0);
  });
});

describe('the dashboard', () => {
  it('lists until when a request can be paid only while it is waiting', async () => {
    await createPayment();
    const { page } = await openPage('/');
    await page.getByText(/\(KST\)까지/).waitFor();
    emulator.advance(DAY);
    await page.reload();
    await page.getByText(/\(KST\) 만료/).waitFor();
    expect(await page.getByText(/\(KST\)까지/).count()).toBe(0);
  });

  it('has the failures that are applied in its title', async () => {
    const { page } = await openPage('/');
    expect(await page.title()).toBe('인스테드 에뮬레이터 · 모의 결제');
    await page.getByLabel(/sessionDelay/).fill('1');
    await button(page, '적용하기').click();
    await expect.poll(() => page.title()).toBe('적용 중인 장애 1개 · 인스테드 에뮬레이터 · 모의 결제');
  });

  it.each(['ko', 'en'])('hides nothing that has the focus behind its banner at 400 %% zoom: %s', async (language) => {
    await createPayment();
    emulator.setFaults({ sessionDelay: 1 });
    const page = await context.newPage();
    // 1280 by 1024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(`${service}/?lang=${language}`);
    const seen: string[] = [];
    for (const key of ['Tab', 'Shift+Tab']) {
      for (;;) {
        await page.keyboard.press(key);
        const focus = await page.evaluate(() => {
          const element = document.activeElement!;
          if (element === document.body) return null;
          const { top, bottom, left, right } = element.getBoundingClientRect();
          const banner = document.querySelector('.banner')!;
          const end = banner.contains(element) ? 0 : banner.getBoundingClientRect().bottom;
          const name = element.outerHTML.slice(0, 80);
          return { name, isVisible: top >= end && bottom <= innerHeight && left >= 0 && right <= innerWidth };
        });
        if (!focus || seen.includes(key + focus.name)) break;
        seen.push(key + focus.name);
        expect(focus.isVisible, `${key} ${focus.name}`).toBe(true);
      }
    }
    expect(seen.length).toBeGreaterThan(40);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    const height = await page.evaluate(() => document.querySelector('.banner')!.getBoundingClientRect().height);
    expect(height).toBeLessThan(256 / 4);
  });
});

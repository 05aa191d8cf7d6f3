import type { BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorybook, type Entry, type OpenStorybook } from './open-storybook.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

let storybook: OpenStorybook;
beforeAll(async () => void (storybook = await openStorybook()));
afterAll(() => storybook?.close());

const visit = () => storybook.visit();
const show = (page: Page, entry: Entry) => storybook.show(page, entry);

describe('the built Storybook, served below a path by a plain file server', () => {
  it('opens with its stories in the sidebar and requests no other host', async () => {
    const { page, context, consoleLines } = await visit();
    await page.goto(storybook.address);
    await page.getByRole('link', { name: 'Start' }).first().waitFor();
    expect(consoleLines).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', ['rgb(255, 255, 255)', 'rgb(231, 245, 234)']],
    ['dark', ['rgb(21, 19, 16)', 'rgb(22, 48, 31)']],
  ])('has its colors, in %s', async (theme, colors) => {
    const { page, context } = await visit();
    await page.goto(`${storybook.address}iframe.html?id=useorderstatus--paid&globals=theme:${theme}`);
    await page.locator('[data-order="paid"]').waitFor();
    const backgrounds = () =>
      page.evaluate(() =>
        ['body', '.order-status'].map((name) => getComputedStyle(document.querySelector(name)!).backgroundColor),
      );
    await expect.poll(backgrounds).toEqual(colors);
    await context.close();
  });

  it("shows the developer's message on the errors page", async () => {
    const { page, context } = await visit();
    await show(page, { id: 'docs-errors--docs', type: 'docs' });
    await page.getByText('The browser blocked the popup.').waitFor();
    await context.close();
  });
});

const button = (page: Page) => page.getByRole('button', { name: '결제를 부탁해' });

async function openLive(story = 'press-it'): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await visit();
  await show(page, { id: `live--${story}`, type: 'story' });
  await page.getByText('ready', { exact: true }).waitFor();
  return { page, context };
}

async function click(page: Page): Promise<Page> {
  const [popup] = await Promise.all([page.context().waitForEvent('page'), button(page).click()]);
  return popup;
}

async function openPayerPage(popup: Page): Promise<Page> {
  await popup.getByRole('button', { name: '링크 복사' }).click();
  const [payer] = await Promise.all([
    popup.context().waitForEvent('page'),
    popup.getByRole('link', { name: '결제 페이지 열기' }).click(),
  ]);
  return payer;
}

const line = (page: Page) => page.locator('[data-instead="status"]');

describe('the live story runs the emulator in a service worker', () => {
  it.each([
    ['카카오톡', '결제를 부탁했어요'],
    ['페이스북', '결제를 부탁했어요'],
    ['링크 복사', '결제를 부탁했어요'],
    ['취소', '요청을 취소했어요'],
  ])('with a real popup: %s', async (choice, sentence) => {
    const { page, context } = await openLive();
    const popup = await click(page);
    await clickInPopup(popup, choice);
    await expect.poll(() => line(page).textContent()).toBe(sentence);
    await context.close();
  });

  it("with the payer's page and the webhook to the shop", async () => {
    const { page, context } = await openLive();
    const payer = await openPayerPage(await click(page));
    await payer.getByRole('button', { name: '결제하기' }).click();
    await page.getByText('paid', { exact: true }).waitFor();
    await context.close();
  });

  it.each([
    ['pays', ['결제하기'], '결제가 끝났어요'],
    ['declines', ['거절하기', '네, 거절할게요'], '친구가 결제하지 못했어요'],
  ])('with the order page, which updates without a reload when the payer %s', async (_, choices, sentence) => {
    const { page, context } = await openLive('paid-by-a-friend');
    const payer = await openPayerPage(await click(page));
    await page.getByText('친구를 기다리고 있어요').waitFor();
    for (const name of choices) await payer.getByRole('button', { name }).click();
    await page.getByText(sentence).waitFor();
    await context.close();
  });

  it.each([
    ['Popup blocked', '팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.'],
    ['Token refused', '지금은 요청할 수 없어요. 판매자에게 문의해 주세요.'],
  ])('with the setting %s', async (name, sentence) => {
    const { page, context } = await openLive();
    await page.getByLabel('Fault to simulate').selectOption({ label: name });
    if (name === 'Token refused')
      await page
        .getByText('failed · token_failed', { exact: false })
        .or(page.getByText('failed', { exact: true }))
        .first()
        .waitFor();
    await button(page).click();
    await expect.poll(() => line(page).textContent()).toBe(sentence);
    await context.close();
  });

  it('without a change by spoofed messages', async () => {
    const { page, context } = await openLive();
    await page.getByLabel('Fault to simulate').selectOption({ label: 'Spoofed messages' });
    await page.getByText('ready', { exact: true }).waitFor();
    const popup = await click(page);
    await expect
      .poll(() => button(page).or(page.locator('[data-instead="button"]')).first().getAttribute('data-status'))
      .toBe('open');
    await clickInPopup(popup, '취소');
    await expect.poll(() => line(page).textContent()).toBe('요청을 취소했어요');
    await context.close();
  });
});

describe('the system’s preferences', () => {
  it('stop the animations with prefers-reduced-motion', async () => {
    const context = await storybook.browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    await show(page, { id: 'own-button--reduced-motion', type: 'story' });
    await button(page).waitFor();
    expect(await button(page).evaluate((element) => getComputedStyle(element).transitionDuration)).toBe('0s');
    await context.close();
  });

  it('keep the button’s border and its focus ring with forced colors', async () => {
    const context = await storybook.browser.newContext({ forcedColors: 'active' });
    const page = await context.newPage();
    await show(page, { id: 'own-button--forced-colors', type: 'story' });
    await button(page).focus();
    const style = await button(page).evaluate((element) => {
      const { borderTopWidth, borderTopColor, backgroundColor, outlineStyle } = getComputedStyle(element);
      return { borderTopWidth, isEdgeSeen: borderTopColor !== backgroundColor, outlineStyle };
    });
    expect(style).toEqual({ borderTopWidth: '1px', isEdgeSeen: true, outlineStyle: 'solid' });
    await context.close();
  });
});

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { click, moveFocus, openTestSite, type ScenarioOptions, type TestSite } from './support/test-site.ts';

let site: TestSite;
beforeAll(async () => void (site = await openTestSite('test/e2e/app/surroundings.tsx')));
afterAll(() => site.close());
beforeEach(() => site.reset());

const styles = `<style>${readFileSync(new URL('../../src/ui/styles.css', import.meta.url), 'utf8')}</style>`;
const ask = '결제를 부탁해';
const overlay = (page: Page) => page.locator('dialog[data-instead="overlay"]');
const part = (page: Page, name: string) => page.locator(`[data-instead="overlay-${name}"]`);
const status = (page: Page) => expect.poll(() => page.locator('[data-instead="status"]').getAttribute('data-status'));

/** Opens a payment, and waits until the overlay takes clicks of a pointer. */
async function openPayment(options: ScenarioOptions) {
  const { page, context } = await site.visit({ scene: 'div', before: styles, ...options });
  const popup = await click(page, ask);
  await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
  await moveFocus(popup, page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 320)));
  return { page, context, popup };
}

/** Returns how far the middle of the overlay is from the middle of the page. */
const offCenter = (page: Page) =>
  overlay(page).evaluate((dialog) => {
    const { left, top, width, height } = dialog.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    return [Math.abs(left + width / 2 - clientWidth / 2), Math.abs(top + height / 2 - clientHeight / 2)];
  });

const RESETS = {
  'Tailwind 4': '*, ::before, ::after, ::backdrop { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }',
  'an old one':
    'html, body, div, dialog, p, span, button { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline }',
  'all: unset on buttons': 'button { all: unset } * { margin: 0 }',
};

describe('the overlay is centered and usable', () => {
  for (const [reset, css] of Object.entries(RESETS)) {
    for (const [how, before] of [
      ['with styles.css before', `${styles}<style>${css}</style>`],
      ['with styles.css after', `<style>${css}</style>${styles}`],
      ['without styles.css', `<style>${css}</style>`],
    ] as const) {
      it(`under the reset of ${reset}, ${how}`, async () => {
        const { page, context, popup } = await openPayment({ before });
        for (const distance of await offCenter(page)) expect(distance).toBeLessThan(2);
        await part(page, 'cancel').click();
        await status(page).toBe('cancelled');
        await expect.poll(() => popup.isClosed()).toBe(true);
        await context.close();
      });
    }
  }

  it.each([
    ['pointer-events: none', 'body'],
    ['visibility: hidden', 'parent'],
    ['pointer-events: none; user-select: none; white-space: pre; text-transform: uppercase; cursor: wait', 'parent'],
    ['transform: scale(0.2); filter: blur(4px); opacity: 0; overflow: hidden; height: 10px', 'parent'],
    ['display: none', 'parent'],
    ['content-visibility: hidden', 'parent'],
    ['font-size: 0; line-height: 0; color: transparent; letter-spacing: 3em', 'body'],
  ])('when %s comes over the %s', async (css, where) => {
    const { page, context } = await openPayment({});
    const before = await overlay(page).boundingBox();
    await page.evaluate(
      ([css, where]) => {
        const element = where === 'body' ? document.body : document.getElementById(where!)!;
        element.style.cssText = css!;
      },
      [css, where],
    );
    expect(await overlay(page).boundingBox()).toEqual(before);
    await part(page, 'cancel').click({ timeout: 2_000 });
    await expect.poll(() => overlay(page).count()).toBe(0);
    await context.close();
  });

  it.each(['p', 'a', 'fieldset', 'details', 'td', 'h1', 'form'])('in <%s>', async (tag) => {
    const { page, context } = await site.visit({ scene: tag, before: styles });
    const lines: string[] = [];
    page.on('console', (message) => message.type() === 'error' && lines.push(message.text()));
    await click(page, ask);
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    await page.evaluate((tag) => {
      const parent = document.getElementById('parent')!;
      if (tag === 'fieldset') (parent as HTMLFieldSetElement).disabled = true;
      if (tag === 'details') (parent as HTMLDetailsElement).open = false;
      parent.inert = true;
    }, tag);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 320)));
    await part(page, 'cancel').click({ timeout: 2_000 });
    await status(page).toBe('cancelled');
    expect(lines.filter((line) => !line.includes('<td>'))).toEqual([]);
    await context.close();
  });

  it('in a shadow root, whose styles apply to it', async () => {
    const { page, context } = await openPayment({ scene: 'shadow' });
    expect(await part(page, 'show').evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
      'rgb(194, 65, 12)',
    );
    expect(await overlay(page).evaluate((element) => element.getRootNode() instanceof ShadowRoot)).toBe(true);
    await page.keyboard.press('Tab');
    expect(
      await overlay(page).evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement?.textContent),
    ).toBe('요청 취소');
    await part(page, 'cancel').click();
    await status(page).toBe('cancelled');
    await context.close();
  });
});

it('the overlay takes the direction, color scheme, font and custom properties from the position of the button', async () => {
  const { page, context } = await openPayment({
    scene: 'panel',
    before: `${styles}<style>
      .panel { color-scheme: dark; font-family: monospace; --instead-radius: 9999px; --instead-button-background: rgb(1, 2, 3);
        --instead-overlay-background: rgb(4, 5, 6); --instead-overlay-color: rgb(250, 251, 252) }
    </style>`,
  });
  const styleOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);
  const dialog = '[data-instead="overlay"]';
  expect(await styleOf(dialog, 'direction')).toBe('rtl');
  expect(await styleOf(dialog, 'color-scheme')).toBe('dark');
  expect(await styleOf(dialog, 'background-color')).toBe('rgb(4, 5, 6)');
  expect(await styleOf(dialog, 'color')).toBe('rgb(250, 251, 252)');
  expect(await styleOf('[data-instead="overlay-title"]', 'font-family')).toBe('monospace');
  expect(await styleOf('[data-instead="overlay-show"]', 'background-color')).toBe('rgb(1, 2, 3)');
  // A pill of a button, and no ellipse of the dialog.
  expect(await styleOf('[data-instead="overlay-show"]', 'border-top-left-radius')).toBe('9999px');
  expect(parseFloat(await styleOf(dialog, 'border-top-left-radius'))).toBeLessThanOrEqual(24);
  await context.close();
});

describe('the overlay is modal only while it is visible', () => {
  it('when styles of the page hide the button at a certain width', async () => {
    const before = `${styles}<style>@media (max-width: 600px) { #parent { display: none } }</style>`;
    const { page, context } = await openPayment({ before });
    await page.setViewportSize({ width: 400, height: 700 });
    expect(await overlay(page).isVisible()).toBe(true);
    for (const distance of await offCenter(page)) expect(distance).toBeLessThan(2);
    await part(page, 'cancel').click();
    await expect.poll(() => overlay(page).count()).toBe(0);
    await context.close();
  });

  it('when they hide the overlay itself, and the payment continues', async () => {
    const before = `${styles}<style>@media (max-width: 600px) { [data-instead='overlay'] { display: none } }</style>
      <button onclick="this.textContent = 'clicked'">of the page</button>`;
    const { page, context, popup } = await openPayment({ before });
    await page.setViewportSize({ width: 400, height: 700 });
    await page.getByText('of the page').click({ timeout: 2_000 });
    expect(await page.getByText('clicked').count()).toBe(1);
    await page.setViewportSize({ width: 1000, height: 700 });
    await expect.poll(() => overlay(page).isVisible()).toBe(true);
    await popup.getByRole('button', { name: '카카오톡' }).click();
    await status(page).toBe('sent');
    await context.close();
  });
});

describe('what happens in the overlay', () => {
  it('does not follow a link around the button', async () => {
    const { page, context } = await openPayment({ scene: 'link' });
    const url = page.url();
    await part(page, 'title').click();
    await part(page, 'show').click();
    await page.bringToFront();
    await page.mouse.click(2, 2);
    await page.bringToFront();
    await part(page, 'cancel').click();
    await status(page).toBe('cancelled');
    expect(page.url()).toBe(url);
    await context.close();
  });

  it('reaches no React handler of an ancestor, and no listener on the document', async () => {
    const { page, context } = await openPayment({ scene: 'handlers' });
    await page.evaluate(() => {
      window.receivedEvents = [];
      for (const type of ['keydown', 'keyup', 'pointerdown', 'mousedown', 'click', 'touchstart', 'focusin', 'wheel']) {
        document.addEventListener(type, ({ type }) => void window.receivedEvents.push(`document ${type}`), true);
      }
    });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await part(page, 'title').click();
    await part(page, 'title').dblclick();
    await part(page, 'show').hover();
    await page.mouse.wheel(0, 50);
    await part(page, 'show').click();
    await page.bringToFront();
    // Made by hand: a desktop Firefox has no touch events.
    await part(page, 'show').evaluate((element) => {
      for (const type of ['touchstart', 'touchend', 'dragstart'])
        element.dispatchEvent(new Event(type, { bubbles: true }));
    });
    expect(await page.evaluate(() => window.receivedEvents)).toEqual([]);
    await context.close();
  });

  it('does not cancel when it is the second click of a double click on the button', async () => {
    const { page, context } = await site.visit({ scene: 'div', before: styles });
    // Where the overlay's cancel button will be.
    const where = await openAndMeasureCancel(page);
    await page.evaluate(([x, y]) => {
      document.getElementById('parent')!.style.cssText = `position: fixed; left: ${x - 40}px; top: ${y - 20}px`;
    }, where);
    await page.mouse.dblclick(...where);
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    await context.close();
  });

  async function openAndMeasureCancel(page: Page): Promise<[number, number]> {
    const popup = await click(page, ask);
    await expect.poll(() => overlay(page).getAttribute('data-status')).toBe('open');
    const { x, y, width, height } = (await part(page, 'cancel').boundingBox())!;
    await popup.close();
    await expect.poll(() => overlay(page).count()).toBe(0);
    return [x + width / 2, y + height / 2];
  }

  it('Escape cancels the payment wherever the focus is, and no other listener receives the key', async () => {
    const { page, context, popup } = await openPayment({ scene: 'handlers' });
    await page.evaluate(() => {
      window.receivedEvents = [];
      for (const target of [document, document.body]) {
        for (const type of ['keydown', 'keyup']) {
          target.addEventListener(type, ({ type }) => void window.receivedEvents.push(type), true);
        }
      }
      (document.activeElement as HTMLElement).blur();
    });
    await page.keyboard.press('Escape');
    await status(page).toBe('cancelled');
    await expect.poll(() => popup.isClosed()).toBe(true);
    expect(await page.evaluate(() => window.receivedEvents)).toEqual([]);
    // The next key is the page's again.
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => window.receivedEvents)).toContain('keydown');
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('data-instead') ?? document.activeElement?.tagName);
    await expect.poll(focused).toBe('button');
    await context.close();
  });

  it('Tab stays in the overlay in both directions', async () => {
    const { page, context } = await openPayment({ before: `${styles}<button>of the page</button>` });
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-instead'));
    const visited: unknown[] = [];
    for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
      await page.keyboard.press(key);
      visited.push(await focused());
    }
    const [show, cancel] = ['overlay-show', 'overlay-cancel'];
    expect(visited).toEqual([cancel, show, cancel, show, cancel, show]);
    await context.close();
  });
});

it('the focus returns to the button without scrolling, also without an overlay', async () => {
  const { page, context } = await site.visit({
    scene: 'div',
    flags: 'noOverlay',
    before: `${styles}<style>body { height: 5000px }</style>`,
  });
  const popup = await click(page, ask);
  await expect.poll(() => page.locator('[data-instead="button"]').getAttribute('data-status')).toBe('open');
  await page.evaluate(() => {
    // As in Safari, which does not focus a button that is clicked.
    (document.activeElement as HTMLElement).blur();
    window.scrollTo(0, 4000);
  });
  await popup.close();
  await status(page).toBe('cancelled');
  expect(await page.evaluate(() => window.scrollY)).toBe(4000);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-instead'))).toBe('button');
  await context.close();
});

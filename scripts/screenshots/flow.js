// The READMEs' moving picture: a whole payment in the example shop, from the click to the paid order, with captions in Korean and English.
/* global document, requestAnimationFrame -- what runs in the page */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { log, root } from '../run.js';
import { findPort, startNext, waitUntilReady } from '../serve-shop.js';
import { prepareShop } from '../setup.js';
import { composeFrame, STAGE } from './flow-stage.js';

const CAPTIONS = {
  ko: ['구매자가 버튼을 눌러요', '카카오톡으로 보내요', '결제자가 결제해요', '결제 완료'],
  en: ['The shopper clicks', 'KakaoTalk sends the request', 'The payer pays', 'The order is paid'],
};

/** Plays the payment, and writes docs/images/flow.<language>.webp with captions in each language. */
export async function drawFlow(browser) {
  log('Starting the shop');
  await prepareShop();
  const port = await findPort();
  const folder = mkdtempSync(join(tmpdir(), 'flow-'));
  const shop = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PGLITE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '', ADMIN_KEY: '' },
  });
  const gone = new Promise((resolve) => shop.once('exit', resolve));
  try {
    await waitUntilReady(shop, port);
    const frames = await play(browser, `http://localhost:${port}`);
    for (const language of Object.keys(CAPTIONS)) await write(browser, language, frames);
  } finally {
    shop.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function play(browser, origin) {
  const options = { baseURL: origin, locale: 'ko-KR', reducedMotion: 'reduce', deviceScaleFactor: 2 };
  const context = await browser.newContext({ ...options, viewport: STAGE.shop });
  const [first, second, third, last] = CAPTIONS.ko.keys();
  const frames = [];

  const page = await context.newPage();
  await page.goto('/');
  const button = page.locator('[data-instead="button"]').first();
  await button.waitFor();
  await button.scrollIntoViewIfNeeded();
  await page.evaluate(() => document.fonts.ready);
  const take = async (shown) => {
    // A page that has just scrolled is painted in the next frame.
    await shown.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return shown.screenshot();
  };
  const cursorOn = async (element) => {
    const { x, y, width, height } = await element.boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const add = (ms, caption, parts) => frames.push({ ms, caption, parts });

  const before = await take(page);
  const onButton = await cursorOn(button);
  add(900, first, { shop: before });
  add(900, first, { shop: before, cursor: { on: 'shop', ...onButton } });
  add(250, first, { shop: before, cursor: { on: 'shop', ...onButton, isDown: true } });

  const [popup] = await Promise.all([context.waitForEvent('page'), button.click()]);
  await popup.setViewportSize(STAGE.popup);
  const share = popup.getByRole('button', { name: '카카오톡' });
  await share.waitFor();
  await page.locator('dialog[data-instead="overlay"]').waitFor();
  const [waiting, popupOpen, onShare] = [await take(page), await take(popup), await cursorOn(share)];
  add(1100, second, { shop: waiting, popup: popupOpen });
  add(800, second, { shop: waiting, popup: popupOpen, cursor: { on: 'popup', ...onShare } });
  add(250, second, { shop: waiting, popup: popupOpen, cursor: { on: 'popup', ...onShare, isDown: true } });

  await share.click();
  const link = popup.getByRole('link', { name: '결제 페이지 열기' });
  await link.waitFor();
  await page.locator('dialog[data-instead="overlay"]').waitFor({ state: 'detached' });
  await page.evaluate(() => document.activeElement?.blur());
  const address = new URL(await link.getAttribute('href'), popup.url()).href;
  add(1500, second, { shop: await take(page), popup: await take(popup) });

  const payerContext = await browser.newContext({ ...options, viewport: STAGE.popup });
  const payer = await payerContext.newPage();
  await payer.goto(address);
  const payButton = payer.getByRole('button', { name: '결제하기', exact: true });
  await payButton.waitFor();
  await popup.close();
  const [sent, checkout, onPay] = [await take(page), await take(payer), await cursorOn(payButton)];
  add(1200, third, { shop: sent, phone: checkout });
  add(800, third, { shop: sent, phone: checkout, cursor: { on: 'phone', ...onPay } });
  add(250, third, { shop: sent, phone: checkout, cursor: { on: 'phone', ...onPay, isDown: true } });

  await payButton.click();
  await payButton.waitFor({ state: 'detached' });
  const paid = await take(payer);
  add(900, third, { shop: sent, phone: paid });
  await page.getByText('결제 완료').first().waitFor();
  add(2600, last, { shop: await take(page), phone: paid });

  await context.close();
  await payerContext.close();
  return frames;
}

async function write(browser, language, frames) {
  const page = await browser.newPage({ viewport: STAGE.size, deviceScaleFactor: 1.5 });
  const images = [];
  for (const { caption, parts } of frames) {
    await page.setContent(composeFrame(CAPTIONS[language][caption], parts));
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    images.push(await page.screenshot());
  }
  await page.close();
  const webp = await sharp(images, { join: { animated: true } })
    .webp({ loop: 0, delay: frames.map(({ ms }) => ms), quality: 80, effort: 6, mixed: true })
    .toBuffer();
  const path = `docs/images/flow.${language}.webp`;
  writeFileSync(join(root, path), webp);
  console.log(`${path}: ${Math.round(webp.length / 1024)} kB`);
}

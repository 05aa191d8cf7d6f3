// `npm run screenshots`: renders the picture of the button in its states from the stories of the built Storybook, and the moving
// picture of a payment from the example shop. `-- flow` or `-- button` renders one of them.
/* global document -- what runs in the page */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { findChromium } from './find-chromium.js';
import { root, log } from './run.js';
import { drawFlow } from './screenshots/flow.js';

/** In the order in which they are read: a caption, a story, and the status that it comes to. */
const states = [
  ['idle', 'paybutton--idle', 'idle'],
  ['preparing', 'paybutton--preparing', 'preparing'],
  ['sent', 'paybutton--sent-by-kakao', 'sent'],
  ['cancelled', 'paybutton--cancelled-by-user', 'cancelled'],
  ['failed', 'paybutton--failed-popup-blocked', 'failed'],
  // The same button with a shop's own texts and colors.
  ['labelled', 'own-button--words-of-your-own', 'sent'],
];
// CSS pixels. The overlay stands beside the three rows of buttons, and as high as these with some room below.
const cell = { width: 288, height: 148 };
const overlay = { width: 384, height: 3 * cell.height + 24 };
// A font with which the texts have the same width on every machine.
const font = "'Noto Sans CJK KR', 'Noto Sans KR', system-ui, sans-serif";
const size = { width: 2 * cell.width + overlay.width, height: overlay.height };

const [only] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: await findChromium(),
  chromiumSandbox: false,
  args: ['--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none', '--disable-lcd-text'],
});
let storybook;
try {
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  if (only !== 'button') await drawFlow(browser);
  if (only !== 'flow') await drawButtons();
} finally {
  await browser.close();
  storybook?.close();
}

async function drawButtons() {
  log('Building the Storybook');
  const { module } = await runnerImport(join(root, 'test/storybook/serve-storybook.ts'));
  storybook = await module.serveStorybook();
  await draw('en');
}

async function draw(locale) {
  const buttons = [];
  for (const [name, story, status] of states) {
    buttons.push([
      name,
      await take({ story, locale, theme: 'light', size: cell, seen: `button[data-status="${status}"]` }),
    ]);
  }
  const seen = 'dialog[data-status="open"]';
  const open = await take({ story: 'payoverlay--open', locale, theme: 'dark', size: overlay, seen });

  const path = `docs/images/pay-button.${locale}.png`;
  const page = await newPage(size);
  await page.setContent(compose(buttons, open));
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  writeFileSync(join(root, path), png);
  console.log(`${path}: ${Math.round(png.length / 1024)} kB`);
}

function newPage(viewport) {
  return browser.newPage({ viewport, deviceScaleFactor: 2, reducedMotion: 'reduce' });
}

/** A story after its play function has run. */
async function take({ story, locale, theme, size, seen }) {
  const page = await newPage(size);
  await page.goto(`${storybook.address}iframe.html?id=${story}&globals=locale:${locale};theme:${theme}&viewMode=story`);
  // In line with the others, below its caption; and without the ring of a button that was pressed by a script.
  await page.addStyleTag({
    content: `body { display: block !important; padding: 44px 4px 0 28px !important; font-family: ${font}; }
      #storybook-root { margin: 0 !important; padding: 0 !important; }
      [data-instead] { outline: none !important; box-shadow: none !important; }`,
  });
  await page.locator(seen).waitFor();
  await page.evaluate(() => document.fonts.ready);
  const image = await page.screenshot();
  await page.close();
  return toAddress(image);
}

function toAddress(image) {
  return `data:image/png;base64,${image.toString('base64')}`;
}

function compose(buttons, open) {
  return `<!doctype html>
<style>
  body { margin: 0; font: 600 12px/1 'Noto Sans Mono CJK KR', ui-monospace, monospace; color: #57534e; }
  main { position: relative; display: flex; border-radius: 16px; overflow: hidden; background: #fff; }
  main::after { content: ''; position: absolute; inset: 0; border: 1px solid #d6d3d1; border-radius: 16px; }
  main > div { display: grid; grid-template-columns: repeat(2, ${cell.width}px); }
  figure { position: relative; margin: 0; }
  figcaption { position: absolute; inset: 22px auto auto 28px; }
  .dark { color: #d6d3d1; }
  img { display: block; }
</style>
<main>
  <div>${buttons.map(([name, image]) => show(name, image, cell.width)).join('')}</div>
  ${show('open', open, overlay.width, 'dark')}
</main>`;
}

function show(name, image, width, look = '') {
  return `<figure class="${look}"><img src="${image}" width="${width}"><figcaption>${name}</figcaption></figure>`;
}

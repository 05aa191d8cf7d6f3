import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { format } from 'prettier';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPort, startNext, waitUntilReady } from '../../scripts/serve-shop.js';
import { listen } from './support/screen-reader.ts';
import { newPage, useBrowser } from './support/visit.ts';
import { createWalk, type Section } from './support/walk.ts';

useBrowser();

// A shop with no other orders: the number of stops on the staff's page depends on them.
let origin: string;
let endShop = async () => {};

beforeAll(async () => {
  const port = await findPort();
  const folder = mkdtempSync(join(tmpdir(), 'shop-'));
  const child = startNext('start', port, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PGLITE_DATA_DIR: join(folder, 'data'), DATABASE_URL: '', ADMIN_KEY: '' },
  });
  endShop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  origin = `http://localhost:${port}`;
  await waitUntilReady(child, port);
});
afterAll(() => endShop());

const texts = {
  ko: {
    pay: /^결제를 부탁해$/,
    copy: /^링크 복사$/,
    open: '결제 페이지 열기',
    payNow: /결제하기$/,
    isOpen: '결제 요청 창이 열려 있어요',
    copied: '복사했어요',
    sent: '요청을 보냈어요',
    paid: /^결제 완료/,
    key: /^관리자 키$/,
    loggedIn: '로그인했어요.',
    cancel: /^주문 취소, /,
    refunded: /환불됨$/,
  },
  en: {
    pay: /^Ask a friend to pay$/,
    copy: /^Copy link$/,
    open: 'Open the checkout page',
    payNow: /^Pay$/,
    isOpen: 'The request window is open',
    copied: 'Copied',
    sent: 'The request was sent',
    paid: /^Paid$/,
    key: /^Staff key$/,
    loggedIn: 'You are logged in.',
    cancel: /^Cancel order /,
    refunded: /Refunded$/,
  },
};

/** Opens a page of that shop in a separate browser, and a recorder with it. */
async function open(address: string) {
  const page = await newPage({ baseURL: origin, permissions: ['clipboard-write'] });
  const reader = await listen(page);
  await page.goto(address);
  await page.waitForFunction(() => document.title !== '');
  return { page, reader };
}

async function walk(language: 'ko' | 'en'): Promise<Section[]> {
  const text = texts[language];
  const sections: Section[] = [];
  const begin = (page: Page, reader: Awaited<ReturnType<typeof listen>>, title: string) => {
    const section = { title, steps: [] };
    sections.push(section);
    return createWalk(page, reader, section);
  };

  const shopper = await open(`/?lang=${language}`);
  const shop = begin(shopper.page, shopper.reader, 'The shopper at `/` asks a friend');
  await shop.wait(async () => {});
  await shop.tabTo(text.pay);
  const opening = shopper.page.context().waitForEvent('page');
  await shop.press('Enter', () => shopper.reader.waitFor(text.isOpen));
  const popup = await opening;

  await popup.getByRole('button', { name: text.copy }).waitFor();
  const shareReader = await listen(popup);
  const share = begin(popup, shareReader, "Instead's share page, in the popup");
  await share.wait(async () => {});
  await share.tabTo(text.copy);
  const link = popup.getByRole('link', { name: text.open });
  await share.press('Enter', async () => {
    await link.waitFor();
    await shareReader.waitFor(text.copied);
  });
  const address = new URL((await link.getAttribute('href')) ?? '', popup.url()).href;

  const back = begin(shopper.page, shopper.reader, "The shopper's page meanwhile");
  await back.wait(async () => {
    await shopper.reader.waitFor(text.sent);
    await shopper.page.getByRole('dialog').waitFor({ state: 'detached' });
    await shopper.page.getByRole('region', { name: /^(주문 상태|Order status)$/ }).waitFor();
  });

  const friend = await open(`${address}?lang=${language}`);
  const checkout = begin(friend.page, friend.reader, 'The friend, on the checkout page');
  await checkout.wait(async () => {});
  await checkout.tabTo(text.payNow);
  await checkout.press('Enter', () =>
    friend.page.getByRole('button', { name: text.payNow }).waitFor({ state: 'detached' }),
  );

  const paid = begin(shopper.page, shopper.reader, "The shopper's page, once the friend has paid");
  await paid.wait(() => shopper.reader.waitFor(text.paid));

  const staff = await open(`/admin?lang=${language}`);
  const admin = begin(staff.page, staff.reader, 'The staff at `/admin` refund it');
  await admin.wait(async () => {});
  await admin.tabTo(text.key);
  await admin.type('demo-admin');
  await admin.press('Enter', async () => {
    await staff.reader.waitFor(text.loggedIn);
    await staff.page.getByRole('searchbox').waitFor();
  });
  await admin.tabTo(text.cancel);
  await admin.press('Enter', () => staff.page.getByRole('alertdialog').waitFor());
  await admin.press('Shift+Tab');
  await admin.press('Enter', async () => {
    await staff.reader.waitFor(text.refunded);
    await expect.poll(async () => (await staff.reader.readFocus()).role).toBe('listitem');
  });
  return sections;
}

// The record is a snapshot: `npx vitest run --project shop test/shop/keyboard-walk.test.ts -u` writes it, and `npm run docs` prints
// docs/accessibility.md from it.
test.for(['ko', 'en'] as const)(
  'a keyboard gets from / to paid, and from /admin to refunded, in %s',
  async (language) => {
    const sections = await walk(language);
    const text = await format(JSON.stringify(sections), { parser: 'json', printWidth: 120 });
    await expect(text).toMatchFileSnapshot(`keyboard-walk.${language}.json`);
  },
);

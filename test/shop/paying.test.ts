import { expect, test } from 'vitest';
import {
  requestSent,
  sendRequest,
  button,
  copyLink,
  allowConsoleLine,
  newPage,
  orderIdOn,
  origin,
  paid,
  payAt,
  click,
  useBrowser,
} from './support/visit.ts';
import { clickInPopup } from '../support/click-in-popup.ts';

useBrowser();

test('a shopper sends a request, a payer pays in another browser, and both pages show it without a reload', async () => {
  const page = await newPage();
  await page.goto('/');
  expect(await page.getByText(requestSent).count()).toBe(0);
  const popup = await click(page);
  const address = await copyLink(popup);
  await page.getByText(requestSent).waitFor();
  expect(await page.getByText(paid).count()).toBe(0);

  const orderPage = await page.context().newPage();
  await orderPage.goto(`/orders/${await orderIdOn(page)}`);
  await orderPage.getByText(requestSent).waitFor();
  expect(await orderPage.getByText(paid).count()).toBe(0);
  await orderPage.getByText('아직 받은 웹훅이 없어요').waitFor();

  const reloads: string[] = [];
  for (const shown of [page, orderPage]) shown.on('framenavigated', (frame) => reloads.push(frame.url()));
  await payAt(address);
  for (const shown of [page, orderPage]) {
    await shown.getByText(paid).waitFor();
    expect(await shown.getByText(paid).count()).toBe(1);
    expect(await shown.getByText(requestSent).count()).toBe(0);
  }
  await orderPage.getByText('200 받았어요').waitFor();
  expect(reloads).toEqual([]);
  expect(await page.getByRole('button', { name: button, exact: true }).count()).toBe(1);
});

test('the order is on the page after a reload, and on the page that it links to', async () => {
  const page = await newPage();
  const address = await sendRequest(page);
  await page.reload();
  await page.getByText(requestSent).waitFor();
  await page.getByRole('link', { name: '주문 자세히 보기' }).click();
  await page.waitForURL('**/orders/*');
  await page.getByText(requestSent).waitFor();
  await payAt(address);
  await page.getByText(paid).waitFor();
  await page.getByRole('link', { name: '쇼핑몰로 돌아가기' }).click();
  await page.getByRole('button', { name: button }).waitFor();
  await page.getByText(paid).waitFor();
});

test('the page polls until the order is paid where the stream is blocked', async () => {
  const page = await newPage();
  await page.route('**/events', (route) => route.fulfill({ status: 502 }));
  await payAt(await sendRequest(page));
  await page.getByText(paid).waitFor();
  allowConsoleLine(/502/);
});

test('a page that is reloaded while the popup is open receives the result', async () => {
  const page = await newPage();
  await page.goto('/');
  const popup = await click(page);
  await popup.getByRole('button', { name: '카카오톡' }).waitFor();
  await page.reload();
  await page.getByRole('dialog').waitFor();
  await popup.getByRole('button', { name: '카카오톡' }).click();
  await page.getByText(requestSent).waitFor();
});

test('a request that the shopper cancels leaves no order on the page, and the button works again', async () => {
  const page = await newPage();
  await page.goto('/');
  const popup = await click(page);
  expect(await page.getByRole('button', { name: button, exact: true, includeHidden: true }).count()).toBe(1);
  await clickInPopup(popup, '취소');
  await page.getByText('요청을 취소했어요').waitFor();
  expect(popup.isClosed()).toBe(true);
  expect(await page.getByText(requestSent).count()).toBe(0);
  expect(await page.getByRole('region', { name: '주문 상태' }).count()).toBe(0);

  await copyLink(await click(page));
  await page.getByText(requestSent).waitFor();
});

test('a payment that the payer declines does not pay for the order', async () => {
  const page = await newPage();
  const address = await sendRequest(page);
  const payer = await newPage();
  await payer.goto(address);
  await payer.getByRole('button', { name: '거절하기' }).click();
  await payer.getByRole('button', { name: '네, 거절할게요' }).click();
  await page.getByText('친구가 결제하지 못했어요').waitFor();
  expect(await page.getByText(paid).count()).toBe(0);
});

test('a payment works at 127.0.0.1 as at localhost', async () => {
  const page = await newPage({ baseURL: origin.replace('localhost', '127.0.0.1') });
  await payAt(await sendRequest(page));
  await page.getByText(paid).waitFor();
});

test.for([
  ['ahead', 3],
  ['behind', -3],
] as const)('the time left is right on a device whose clock is hours %s', async ([, hours]) => {
  const page = await newPage();
  await page.clock.setSystemTime(Date.now() + hours * 60 * 60 * 1000);
  await sendRequest(page);
  await page.getByText(/^23시간 5\d분 남음$/).waitFor();
});

test("three items cost three times as much, on the payer's page, too", async () => {
  const page = await newPage();
  await page.goto('/');
  for (let more = 0; more < 2; more++) await page.getByRole('button', { name: '수량 늘리기' }).click();
  expect(await page.getByRole('status', { name: '합계' }).textContent()).toBe('9,000원');
  const popup = await click(page);
  await popup.getByText('9,000원', { exact: true }).waitFor();
});

import { expect, test } from 'vitest';
import { listen } from './support/screen-reader.ts';
import { newStaffPage, orderRow, owedRow } from './support/staff.ts';
import {
  allowConsoleLine,
  copyLink,
  newPage,
  orderIdOn,
  paid,
  payAt,
  sendRequest,
  useBrowser,
} from './support/visit.ts';

useBrowser();

/** A shopper whose request was sent, and paid if asked for. */
async function order({ isPaid }: { isPaid: boolean }) {
  const page = await newPage();
  const address = await sendRequest(page);
  const id = await orderIdOn(page);
  if (isPaid) {
    await payAt(address);
    await page.getByText(paid).waitFor();
  }
  return { page, id, uid: address.split('/').pop() ?? '' };
}

/** An order that was paid twice. Returns the number of the payment that is owed. */
async function payTwice() {
  const page = await newPage();
  const session = page.waitForRequest('**/instead/api/session');
  const first = await sendRequest(page);
  const id = await orderIdOn(page);
  const request = await session;
  const { request: api } = page.context();
  const authorization = (await request.headerValue('authorization')) ?? '';
  const opened = await api.post('/instead/api/session', { headers: { authorization }, data: request.postDataJSON() });
  const { session_id } = (await opened.json()) as { session_id: string };
  const popup = await newPage();
  await popup.goto(`/instead/api/pay?session_id=${session_id}`);
  const second = await copyLink(popup);
  await payAt(first);
  await page.getByText(paid).waitFor();
  await payAt(second);
  return { id, surplus: second.split('/').pop() ?? '' };
}

test('a wrong key is announced, marked as invalid and still focused; the right one leads to the heading', async () => {
  const page = await newPage();
  const reader = await listen(page);
  await page.goto('/admin');
  expect(await page.title()).toBe('관리자 로그인 · 골목 붕어빵');
  await page.getByLabel('관리자 키').focus();
  expect(await reader.readFocus()).toEqual({
    role: 'textbox',
    name: '관리자 키',
    description: '모의 결제용 관리자 키: demo-admin',
    states: ['required'],
  });
  await page.keyboard.type('guessed');
  await page.keyboard.press('Enter');
  await reader.waitFor('관리자 키가 올바르지 않아요.');
  await expect
    .poll(() => reader.readFocus())
    .toEqual({
      role: 'textbox',
      name: '관리자 키',
      description: '관리자 키가 올바르지 않아요. 모의 결제용 관리자 키: demo-admin',
      states: ['required', 'invalid'].sort(),
    });
  allowConsoleLine(/401/);
  await page.keyboard.type('demo-admin');
  expect((await reader.readFocus()).states).toEqual(['required']);
  await page.keyboard.press('Enter');
  await reader.waitFor('로그인했어요.');
  await page.getByRole('button', { name: '로그아웃' }).waitFor();
  expect(await reader.readFocus()).toMatchObject({ role: 'heading', name: '주문 관리' });
  await page.waitForFunction(() => document.title.startsWith('주문 관리'));

  await page.getByRole('button', { name: '로그아웃' }).press('Enter');
  await reader.waitFor('로그아웃했어요.');
  await page.getByLabel('관리자 키').waitFor();
  expect(await reader.readFocus()).toMatchObject({ role: 'heading', name: '주문 관리' });
});

test('the question takes the focus, Escape and "no" return it to the button, and nothing changes', async () => {
  const { id } = await order({ isPaid: false });
  const { page, reader } = await newStaffPage();
  const button = orderRow(page, id).getByRole('button');
  await button.focus();
  expect(await reader.readFocus()).toMatchObject({ role: 'button', name: `주문 취소, ${id}` });
  for (const close of [() => page.keyboard.press('Escape'), () => page.keyboard.press('Enter')]) {
    await reader.takeAnnounced();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog', { name: '김붕어 님의 주문을 취소할까요?' });
    await dialog.waitFor();
    expect(await reader.readFocus()).toMatchObject({ role: 'button', name: '아니요' });
    await page.keyboard.press('Shift+Tab');
    expect(await reader.readFocus()).toMatchObject({ role: 'button', name: '네, 취소해요' });
    await page.keyboard.press('Tab');
    await close();
    await dialog.waitFor({ state: 'detached' });
    await reader.waitFor('그대로 두었어요.');
    expect(await reader.readFocus()).toMatchObject({ role: 'button', name: `주문 취소, ${id}` });
  }
  await orderRow(page, id).getByText('결제 대기').waitFor();
});

test('cancelling a paid order is announced from the question to the refund, and the focus stays at the order', async () => {
  const { page: shopper, id } = await order({ isPaid: true });
  const { page, reader } = await newStaffPage();
  const row = orderRow(page, id);
  await row.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog', { name: '주문을 취소하고 결제자에게 3,000원을 환불할까요?' }).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await reader.waitFor(`주문 ${id}: 환불됨`);
  expect(await reader.takeAnnounced()).toEqual(
    expect.arrayContaining(['요청하고 있어요.', '요청했어요. 처리되면 화면이 바뀌어요.', `주문 ${id}: 환불됨`]),
  );
  await row.getByText('환불됨').waitFor();
  expect(await row.getByRole('button').count()).toBe(0);
  await expect.poll(() => reader.readFocus()).toMatchObject({ role: 'listitem', name: `주문 ${id}` });
  await shopper.getByText('환불된 주문이에요').waitFor();
});

test('an unpaid order that the staff cancel is called cancelled, and nobody can pay it any more', async () => {
  const { page: shopper, id, uid } = await order({ isPaid: false });
  const { page, reader } = await newStaffPage();
  const row = orderRow(page, id);
  await row.getByRole('button').click();
  await page.getByRole('button', { name: '네, 취소해요' }).click();
  await reader.waitFor(`주문 ${id}: 취소됨`);
  await row.getByText('인스테드에서 요청도 취소됐어요.').waitFor();
  await shopper.getByText('취소된 주문이에요').waitFor();
  const lookup = await shopper.context().request.get(`/instead/api/payments/${uid}`);
  expect(await lookup.json()).toMatchObject({ status: 'cancelled' });
});

test('what is owed comes first with its sum, and its refund is announced after the row is gone', async () => {
  const { id, surplus } = await payTwice();
  const { page, reader } = await newStaffPage();
  const heading = page.getByRole('heading', { level: 2 });
  await expect.poll(() => heading.first().textContent()).toBe('환불이 필요해요 1건 3,000원');
  const row = owedRow(page, surplus);
  await row.getByRole('button').focus();
  expect(await reader.readFocus()).toMatchObject({ role: 'button', name: `환불하기, 결제 ${surplus}, 주문 ${id}` });
  await page.keyboard.press('Enter');
  await page.getByRole('alertdialog', { name: '3,000원을 결제자에게 환불할까요?' }).waitFor();
  await page.getByRole('button', { name: '네, 환불해요' }).focus();
  await page.keyboard.press('Enter');
  await reader.waitFor(`환불했어요: 결제 ${surplus}`);
  await row.waitFor({ state: 'detached' });
  // The list has gone with its last row.
  await expect.poll(() => reader.readFocus()).toMatchObject({ role: 'heading', name: '주문 관리' });
  await orderRow(page, id).getByText('결제 완료').waitFor();
});

test('a refund that a colleague was faster with moves the focus to the order, and announces nothing untrue', async () => {
  const { id } = await order({ isPaid: true });
  const [mine, colleague] = [await newStaffPage(), await newStaffPage()];
  const row = orderRow(mine.page, id);
  await row.getByRole('button').focus();
  await orderRow(colleague.page, id).getByRole('button').click();
  await colleague.page.getByRole('button', { name: '네, 취소해요' }).click();
  await row.getByText('환불됨').waitFor();
  await expect.poll(() => mine.reader.readFocus()).toMatchObject({ role: 'listitem', name: `주문 ${id}` });
  const announced = await mine.reader.takeAnnounced();
  expect(announced.filter((text) => /환불|취소|처리/.test(text))).toEqual([]);
});

test('an action after the login has ended shows that, and is not lost', async () => {
  const { id } = await order({ isPaid: false });
  const { page, reader } = await newStaffPage();
  await page.context().clearCookies();
  await orderRow(page, id).getByRole('button').click();
  await page.getByRole('button', { name: '네, 취소해요' }).click();
  await reader.waitFor('로그인이 끝났어요. 다시 로그인해 주세요.');
  allowConsoleLine(/401/);
  await page.getByLabel('관리자 키').waitFor();
  await expect.poll(() => reader.readFocus()).toMatchObject({ role: 'heading', name: '주문 관리' });
});

test.for([
  ['a part of its number', (id: string) => id.slice(10, 22)],
  ['the name of who asked', () => '김붕어'],
  ['a product', () => '팥 붕어빵'],
] as const)('an order is found by %s, and the result is announced', async ([, toWords]) => {
  const { id } = await order({ isPaid: false });
  const { page, reader } = await newStaffPage();
  await page.getByRole('searchbox', { name: '주문 번호, 결제 번호, 이름' }).focus();
  await page.keyboard.type(toWords(id));
  await page.keyboard.press('Enter');
  await reader.waitFor(/검색 결과: \d+건/);
  await orderRow(page, id).waitFor();
  expect(await reader.readFocus()).toMatchObject({ role: 'searchbox' });
});

test('nothing is found for a wildcard, and that is announced', async () => {
  await order({ isPaid: false });
  const { page, reader } = await newStaffPage();
  await page.getByRole('searchbox').fill('%_%');
  await page.keyboard.press('Enter');
  await reader.waitFor('찾는 주문이 없어요.');
  expect(await page.getByRole('listitem', { name: /^주문 / }).count()).toBe(0);
  await page.getByRole('link', { name: '모든 주문 보기' }).click();
  await page
    .getByRole('listitem', { name: /^주문 / })
    .first()
    .waitFor();
});

import { describe, expect, it } from 'vitest';
import { openEmulator } from './open-emulator.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the checkout page', () => {
  it('shows 결제했어요 to the payer, and 이미 결제된 요청이에요 to later visitors', async () => {
    const { payment, pay, text } = openEmulator();
    const { uid } = await payment();
    const first = (await pay(uid, 'mobile')).headers.get('location')!;
    const fresh = await text(first);
    expect(fresh).toMatch(/<h1[^>]*>결제했어요<\/h1>/);
    expect(fresh).toContain('휴대폰 · 3,000원');
    const second = (await pay(uid)).headers.get('location')!;
    const again = await text(second);
    expect(again).toContain('이미 결제된 요청이에요');
    expect(again).not.toContain('결제하기');
  });

  it('rejects a payment method that is not in the settings', async () => {
    const { payment, pay, lookUp } = openEmulator({ methods: ['card'] });
    const { uid } = await payment();
    const refused = await pay(uid, 'transfer');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('사용할 수 없는 결제 방법이에요');
    expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
  });

  it('has forms to pay and to decline, without a script', async () => {
    const { payment, text } = openEmulator();
    const { uid } = await payment();
    const page = await text(`/checkout/${uid}`);
    expect(page).toMatch(new RegExp(`action="/checkout/${uid}/pay"[\\s\\S]*>결제하기</button>`));
    expect(page).toMatch(
      new RegExp(`method="get" action="/checkout/${uid}"[\\s\\S]*name="decline"[\\s\\S]*>거절하기</button>`),
    );
    const question = await text(`/checkout/${uid}?decline=`);
    expect(question).toMatch(
      new RegExp(`method="post" action="/checkout/${uid}/decline"[\\s\\S]*>네, 거절할게요</button>`),
    );
  });
});

describe('the share page', () => {
  it.each([
    ['paid', '결제자가 결제했어요', 200],
    ['failed', '결제자가 거절했어요', 200],
    ['cancelled', '취소된 요청이에요', 200],
    ['expired', '결제 기한이 만료됐어요', 410],
  ])('has no share buttons for a payment that is %s', async (status, heading, code) => {
    const { payment, pay, decline, post, fetch, emulator, lookUp } = openEmulator();
    const { uid, sessionId } = await payment();
    if (status === 'paid') await pay(uid);
    if (status === 'failed') await decline(uid);
    if (status === 'cancelled') await post(`/api/payments/${uid}/cancel`, {});
    if (status === 'expired') emulator.advance(DAY);
    expect(await lookUp(uid)).toMatchObject({ status });
    const answer = await fetch(`/api/pay?session_id=${sessionId}`);
    expect(answer.status).toBe(code);
    const page = await answer.text();
    expect(page).toContain(heading);
    expect(page).not.toContain('카카오톡');
  });
});

describe('a session', () => {
  it('is rejected for a payEndDttm outside the range of dates, and the dashboard still works', async () => {
    const { session, fetch } = openEmulator();
    for (const payEndDttm of [9e15, '9000000000000000', '99999999999999999999', 1.5, null, true]) {
      expect((await session({ payEndDttm })).status, String(payEndDttm)).toBe(400);
    }
    expect((await fetch('/')).status).toBe(200);
  });

  it('accepts payEndDttm as a number, and empty URLs', async () => {
    const { session } = openEmulator();
    const itemList = [{ itemName: 'a', itemAmt: '1', imgUrl: '', orderUrl: '' }];
    expect((await session({ payEndDttm: Date.now() + DAY, itemList })).status).toBe(200);
  });

  it.each([null, 7, {}, 'data:text/html,x', '//elsewhere.example'])('is rejected for the imgUrl %j', async (imgUrl) => {
    const { session } = openEmulator();
    expect((await session({ itemList: [{ itemName: 'a', itemAmt: 1, imgUrl }] })).status).toBe(400);
  });
});

describe('faults', () => {
  it.each([204, 205, 304, 404, 500, 599])('respond with status %i, with or without a body', async (status) => {
    const { emulator, post, fetch } = openEmulator();
    emulator.setFaults({ tokenStatus: status, scriptStatus: status });
    expect((await post('/api/token', { client_id: 'shop' })).status).toBe(status);
    expect((await fetch('/instead-1.0.1.js')).status).toBe(status);
  });

  it.each([
    ['html', /^<!doctype html>/],
    ['empty', /^$/],
  ] as const)('respond with %s rather than the script', async (scriptBody, text) => {
    const { emulator, fetch } = openEmulator();
    emulator.setFaults({ scriptBody });
    const answer = await fetch('/instead-1.0.1.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toMatch(text);
  });

  it('that are applied are listed on the dashboard', async () => {
    const { emulator, text } = openEmulator();
    expect(await text('/')).not.toContain('적용 중인 장애');
    emulator.setFaults({ sessionDelay: 7_000 });
    expect(await text('/')).toContain('적용 중인 장애 1개');
  });
});

it('reset() deletes payments and resets faults', async () => {
  const { payment, fetch, emulator } = openEmulator();
  const { uid } = await payment();
  emulator.setFaults({ amount: 1 });
  emulator.reset();
  expect((await fetch(`/api/payments/${uid}`)).status).toBe(404);
  expect(await (await fetch('/faults')).json()).toMatchObject({ amount: 0 });
});

it('keeps only the last 500 payments', async () => {
  const { token, session, text } = openEmulator();
  const bearer = await token();
  for (let count = 0; count < 510; count++) await session({}, bearer);
  expect(await text('/')).toContain('결제 요청 500건');
});

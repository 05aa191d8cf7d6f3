import { describe, expect, it } from 'vitest';
import { openEmulator } from './open-emulator.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('the payer’s page', () => {
  it('says to the one who paid that it is paid, and to everybody after that it is paid already', async () => {
    const { payment, pay, text } = openEmulator();
    const { uid } = await payment();
    const first = (await pay(uid, 'mobile')).headers.get('location')!;
    const fresh = await text(first);
    expect(fresh).toContain('<h1>결제했어요</h1>');
    expect(fresh).toContain('휴대폰 · 3,000원');
    const second = (await pay(uid)).headers.get('location')!;
    const again = await text(second);
    expect(again).toContain('이미 결제된 요청이에요');
    expect(again).not.toContain('결제하기');
  });

  it('says so when the payment method is none on offer, and takes no payment', async () => {
    const { payment, pay, lookUp } = openEmulator({ methods: ['card'] });
    const { uid } = await payment();
    const refused = await pay(uid, 'transfer');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('이 결제 방법은 쓸 수 없어요');
    expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
  });

  it('has a button for paying and one for declining, and works as plain forms', async () => {
    const { payment, text } = openEmulator();
    const { uid } = await payment();
    const page = await text(`/bill/${uid}`);
    expect(page).toMatch(new RegExp(`action="/bill/${uid}/pay"[\\s\\S]*>결제하기</button>`));
    expect(page).toMatch(new RegExp(`action="/bill/${uid}/decline"[\\s\\S]*>거절하기</button>`));
    expect(page).not.toContain('<script');
  });
});

describe('the shopper’s page', () => {
  it.each([
    ['paid', '이미 결제된 요청이에요', 200],
    ['failed', '이미 거절된 요청이에요', 200],
    ['cancelled', '취소된 요청이에요', 200],
    ['expired', '결제할 수 있는 시간이 지났어요', 410],
  ])('offers no sharing of a bill that is %s', async (status, words, code) => {
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
    expect(page).toContain(words);
    expect(page).not.toContain('카카오톡');
  });
});

describe('a session', () => {
  it('is refused for an end that no date can hold, and the front page stays up', async () => {
    const { session, fetch } = openEmulator();
    for (const payEndDttm of [9e15, '9000000000000000', '99999999999999999999', 1.5, null, true]) {
      expect((await session({ payEndDttm })).status, String(payEndDttm)).toBe(400);
    }
    expect((await fetch('/')).status).toBe(200);
  });

  it('takes the end as a number, too, and empty addresses', async () => {
    const { session } = openEmulator();
    const itemList = [{ itemName: 'a', itemAmt: '1', imgUrl: '', orderUrl: '' }];
    expect((await session({ payEndDttm: Date.now() + DAY, itemList })).status).toBe(200);
  });

  it.each([null, 7, {}, 'data:text/html,x', '//elsewhere.example'])('takes no %j for an address', async (imgUrl) => {
    const { session } = openEmulator();
    expect((await session({ itemList: [{ itemName: 'a', itemAmt: 1, imgUrl }] })).status).toBe(400);
  });
});

describe('faults', () => {
  it.each([204, 205, 304, 404, 500, 599])(
    'answer with status %i, whether it may have a body or not',
    async (status) => {
      const { emulator, post, fetch } = openEmulator();
      emulator.setFaults({ tokenStatus: status, scriptStatus: status });
      expect((await post('/api/token', { client_id: 'shop' })).status).toBe(status);
      expect((await fetch('/instead-1.0.1.js')).status).toBe(status);
    },
  );

  it.each([
    ['html', /^<!doctype html>/],
    ['empty', /^$/],
  ] as const)('answer with %s in the script’s place', async (scriptBody, text) => {
    const { emulator, fetch } = openEmulator();
    emulator.setFaults({ scriptBody });
    const answer = await fetch('/instead-1.0.1.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toMatch(text);
  });

  it('that are on stand on the front page', async () => {
    const { emulator, text } = openEmulator();
    expect(await text('/')).not.toContain('적용 중인 장애');
    emulator.setFaults({ sessionDelay: 7_000 });
    expect(await text('/')).toContain('적용 중인 장애 1개');
  });
});

it('knows no bill from before a reset', async () => {
  const { payment, fetch, emulator } = openEmulator();
  const { uid } = await payment();
  emulator.setFaults({ amount: 1 });
  emulator.reset();
  expect((await fetch(`/api/payments/${uid}`)).status).toBe(404);
  expect(await (await fetch('/faults')).json()).toMatchObject({ amount: 0 });
});

it('does not grow for ever', async () => {
  const { token, session, text } = openEmulator();
  const bearer = await token();
  for (let count = 0; count < 510; count++) await session({}, bearer);
  expect(await text('/')).toContain('결제 요청 500건');
});

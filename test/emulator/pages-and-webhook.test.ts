import { describe, expect, it } from 'vitest';
import { openEmulator } from './open-emulator.ts';

/** A shop that answers its webhook as configured, and records what it receives. */
function aShop(answers: number[] = []) {
  const events: string[] = [];
  const deliver = async (request: Request) => {
    events.push(new URL(request.url).search);
    return new Response(null, { status: answers.shift() ?? 200 });
  };
  return { events, deliver, webhookUrl: 'http://localhost:3000/hook?key=secret' };
}

describe('the pages', () => {
  it('all say 모의 결제, in Korean, and forbid everything that is not theirs', async () => {
    const { payment, fetch } = openEmulator();
    const { sessionId, uid } = await payment();
    for (const path of [
      `/api/pay?session_id=${sessionId}`,
      `/bill/${uid}`,
      '/',
      '/bill/nothing',
      '/api/pay?session_id=nothing',
    ]) {
      const answer = await fetch(path);
      const html = await answer.text();
      expect(html).toContain('<b>모의 결제</b>');
      expect(html).toContain('<html lang="ko">');
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    }
  });

  it('show the bill: items, won, and until when in Korea’s time', async () => {
    const { payment, text } = openEmulator();
    const { page, uid } = await payment({ payEndDttm: String(Date.UTC(2099, 0, 1, 15, 30)), totalAmt: 1_234_567 });
    for (const html of [page, await text(`/bill/${uid}`)]) {
      expect(html).toContain('Shoes &amp; Handbags');
      expect(html).toContain('1,234,567원');
      expect(html).toContain('2099. 1. 2. 00:30 (KST)');
    }
  });

  it('escape whatever a shop puts into a bill', async () => {
    const { payment, text } = openEmulator();
    const evil = '"><script>alert(1)</script>';
    const { page, uid } = await payment({
      name: evil,
      merchantUid: evil,
      itemList: [{ itemName: evil, itemAmt: evil }],
    });
    for (const html of [page, await text(`/bill/${uid}`), await text('/')]) {
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('&lt;script&gt;alert');
    }
  });

  it('offer the payment methods of the settings alone', async () => {
    const { payment, text, post, pay, lookUp } = openEmulator();
    await post('/settings', { methods: ['mobile'] });
    const { uid } = await payment();
    const html = await text(`/bill/${uid}`);
    expect(html).toContain('휴대폰');
    expect(html).not.toContain('계좌이체');
    await pay(uid, 'card');
    expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
  });

  it('list every session and every notice on the front page', async () => {
    const shop = aShop();
    const { payment, pay, emulator, text } = openEmulator(shop);
    await payment({ merchantUid: 'order-77' });
    await pay((await payment({ merchantUid: 'order-78' })).uid);
    await emulator.settled();
    const html = await text('/');
    expect(html).toContain('결제 요청 2건');
    expect(html).toContain('웹훅 전송 1건');
    expect(html).toContain('order-77');
    expect(html.slice(html.indexOf('<div id="live">'), html.indexOf('장애 시뮬레이션'))).not.toContain('secret');
  });
});

describe('a bill', () => {
  it('is paid once, however often the button is pressed', async () => {
    const shop = aShop();
    const { payment, pay, decline, lookUp, emulator } = openEmulator(shop);
    const { uid } = await payment();
    await Promise.all([pay(uid), pay(uid)]);
    await decline(uid);
    await emulator.settled();
    expect(await lookUp(uid)).toMatchObject({ status: 'paid' });
    expect(shop.events).toHaveLength(1);
  });

  it('is no longer payable after its end, by the sandbox’s clock', async () => {
    const { payment, pay, lookUp, emulator, text } = openEmulator();
    const { uid, sessionId } = await payment();
    emulator.advance(24 * 60 * 60 * 1000);
    await pay(uid);
    expect(await lookUp(uid)).toMatchObject({ status: 'expired' });
    expect(await text(`/bill/${uid}`)).toContain('결제할 수 있는 시간이 지났어요');
    expect(await text(`/api/pay?session_id=${sessionId}`)).toContain('결제할 수 있는 시간이 지났어요');
  });

  it('is failed when it is declined, and cancelled when the shop cancels it, once', async () => {
    const shop = aShop();
    const { payment, pay, decline, lookUp, post, emulator } = openEmulator(shop);
    const declined = await payment();
    await decline(declined.uid);
    expect(await lookUp(declined.uid)).toMatchObject({ status: 'failed' });
    const paid = await payment();
    await pay(paid.uid);
    expect((await post(`/api/payments/${paid.uid}/cancel`, {})).status).toBe(200);
    expect((await post(`/api/payments/${paid.uid}/cancel`, {})).status).toBe(409);
    await emulator.settled();
    expect(shop.events.map((query) => new URLSearchParams(query).get('status'))).toEqual([
      'failed',
      'paid',
      'cancelled',
    ]);
  });
});

describe('the hook', () => {
  it('is told by GET of payment, order and status, beside what its address has already', async () => {
    const shop = aShop();
    const { payment, pay, emulator } = openEmulator(shop);
    const { uid } = await payment();
    await pay(uid);
    await emulator.settled();
    expect(shop.events).toEqual([`?key=secret&instead_uid=${uid}&merchant_uid=order-1&status=paid`]);
  });

  it('is told again until it answers with success, and the log says so', async () => {
    const shop = aShop([500, 404]);
    const { payment, pay, emulator, fetch } = openEmulator(shop);
    await pay((await payment()).uid);
    await emulator.settled();
    const log = (await (await fetch('/deliveries')).json()) as { attempt: number; answer: number }[];
    expect(log.map(({ attempt, answer }) => [attempt, answer])).toEqual([
      [3, 200],
      [2, 404],
      [1, 500],
    ]);
  });

  it('is told three times at once', async () => {
    const shop = aShop();
    const { payment, pay, emulator } = openEmulator({ ...shop, delivery: 'three_at_once' });
    await pay((await payment()).uid);
    await emulator.settled();
    expect(shop.events).toHaveLength(3);
  });

  it('is told twice', async () => {
    const shop = aShop();
    const { payment, pay, emulator } = openEmulator({ ...shop, delivery: 'resend' });
    await pay((await payment()).uid);
    await emulator.settled();
    expect(shop.events).toHaveLength(2);
  });

  it('is told of the cancelling before the payment', async () => {
    const shop = aShop();
    const { payment, pay, emulator, post } = openEmulator({ ...shop, delivery: 'out_of_order' });
    const { uid } = await payment();
    await pay(uid);
    await post(`/api/payments/${uid}/cancel`, {});
    await emulator.settled();
    expect(shop.events.map((query) => new URLSearchParams(query).get('status'))).toEqual(['cancelled', 'paid']);
  });

  it('is told once more by hand', async () => {
    const shop = aShop();
    const { payment, pay, emulator, post } = openEmulator(shop);
    await pay((await payment()).uid);
    await emulator.settled();
    expect((await post('/deliveries/1/resend', {})).status).toBe(200);
    await emulator.settled();
    expect(shop.events[1]).toBe(shop.events[0]);
    expect((await post('/deliveries/99/resend', {})).status).toBe(404);
  });

  it('is not told at all where none is set', async () => {
    const { payment, pay, emulator, text } = openEmulator();
    await pay((await payment()).uid);
    await emulator.settled();
    expect(await text('/')).toContain('웹훅을 보내지 않아요');
  });
});

it('refuses settings that are none, with a sentence', async () => {
  const { post } = openEmulator();
  for (const settings of [
    { color: 'red' },
    { webhookUrl: 'javascript:1' },
    { methods: ['cash'] },
    { delivery: 'never' },
  ]) {
    const answer = await post('/settings', settings);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { error: string }).error).toMatch(/\.$/);
  }
});

import { describe, expect, it } from 'vitest';
import { openEmulator } from './open-emulator.ts';

/** Creates a shop that responds with the given codes, then with 200, and records the queries it receives. */
function createShop(codes: number[] = []) {
  const events: string[] = [];
  const deliver = async (request: Request) => {
    events.push(new URL(request.url).search);
    return new Response(null, { status: codes.shift() ?? 200 });
  };
  return { events, deliver, webhookUrl: 'http://localhost:3000/api/webhooks/instead?key=secret' };
}

describe('the pages', () => {
  it('show 모의 결제 and have a Content-Security-Policy', async () => {
    const { payment, fetch } = openEmulator();
    const { sessionId, uid } = await payment();
    for (const path of [
      `/api/pay?session_id=${sessionId}`,
      `/checkout/${uid}`,
      '/',
      '/checkout/nothing',
      '/api/pay?session_id=nothing',
    ]) {
      const answer = await fetch(path);
      const html = await answer.text();
      expect(html).toContain('<b>모의 결제</b>');
      expect(html).toContain('<html lang="ko">');
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    }
  });

  it('show the items, the total in won and the expiration in KST', async () => {
    const { payment, text } = openEmulator();
    const { page, uid } = await payment({ payEndDttm: String(Date.UTC(2099, 0, 1, 15, 30)), totalAmt: 1_234_567 });
    for (const html of [page, await text(`/checkout/${uid}`)]) {
      expect(html).toContain('Shoes &amp; Handbags');
      expect(html).toContain('1,234,567원');
      expect(html).toContain('2099. 1. 2. 00:30 (KST)');
    }
  });

  it('escape the fields of an order', async () => {
    const { payment, text } = openEmulator();
    const evil = '"><script>alert(1)</script>';
    const { page, uid } = await payment({
      name: evil,
      merchantUid: evil,
      itemList: [{ itemName: evil, itemAmt: evil }],
    });
    for (const html of [page, await text(`/checkout/${uid}`), await text('/')]) {
      expect(html).not.toContain('<script>alert');
      expect(html).toContain('&lt;script&gt;alert');
    }
  });

  it('offer only the payment methods of the settings', async () => {
    const { payment, text, post, pay, lookUp } = openEmulator();
    await post('/settings', { methods: ['mobile'] });
    const { uid } = await payment();
    const html = await text(`/checkout/${uid}`);
    expect(html).toContain('휴대폰');
    expect(html).not.toContain('계좌이체');
    await pay(uid, 'card');
    expect(await lookUp(uid)).toMatchObject({ status: 'waiting' });
  });

  it('list every payment request and every webhook on the dashboard', async () => {
    const shop = createShop();
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

describe('a payment', () => {
  it('is paid once for two clicks', async () => {
    const shop = createShop();
    const { payment, pay, decline, lookUp, emulator } = openEmulator(shop);
    const { uid } = await payment();
    await Promise.all([pay(uid), pay(uid)]);
    await decline(uid);
    await emulator.settled();
    expect(await lookUp(uid)).toMatchObject({ status: 'paid' });
    expect(shop.events).toHaveLength(1);
  });

  it('expires by the emulator’s clock', async () => {
    const { payment, pay, lookUp, emulator, text } = openEmulator();
    const { uid, sessionId } = await payment();
    emulator.advance(24 * 60 * 60 * 1000);
    await pay(uid);
    expect(await lookUp(uid)).toMatchObject({ status: 'expired' });
    expect(await text(`/checkout/${uid}`)).toContain('결제 기한이 만료됐어요');
    expect(await text(`/api/pay?session_id=${sessionId}`)).toContain('결제 기한이 만료됐어요');
  });

  it('is failed when the payer declines, and cancelled once when the shop cancels it', async () => {
    const shop = createShop();
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

describe('the webhook', () => {
  it('is a GET with instead_uid, merchant_uid and status added to the query of the URL', async () => {
    const shop = createShop();
    const { payment, pay, emulator } = openEmulator(shop);
    const { uid } = await payment();
    await pay(uid);
    await emulator.settled();
    expect(shop.events).toEqual([`?key=secret&instead_uid=${uid}&merchant_uid=order-1&status=paid`]);
  });

  it('is retried until the response is 2xx, and each attempt is logged', async () => {
    const shop = createShop([500, 404]);
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

  it('is sent three times concurrently with delivery: three_at_once', async () => {
    const shop = createShop();
    const { payment, pay, emulator } = openEmulator({ ...shop, delivery: 'three_at_once' });
    await pay((await payment()).uid);
    await emulator.settled();
    expect(shop.events).toHaveLength(3);
  });

  it('is sent twice with delivery: resend', async () => {
    const shop = createShop();
    const { payment, pay, emulator } = openEmulator({ ...shop, delivery: 'resend' });
    await pay((await payment()).uid);
    await emulator.settled();
    expect(shop.events).toHaveLength(2);
  });

  it('of a cancellation arrives before the payment’s with delivery: out_of_order', async () => {
    const shop = createShop();
    const { payment, pay, emulator, post } = openEmulator({ ...shop, delivery: 'out_of_order' });
    const { uid } = await payment();
    await pay(uid);
    await post(`/api/payments/${uid}/cancel`, {});
    await emulator.settled();
    expect(shop.events.map((query) => new URLSearchParams(query).get('status'))).toEqual(['cancelled', 'paid']);
  });

  it('is resent by POST /deliveries/:id/resend', async () => {
    const shop = createShop();
    const { payment, pay, emulator, post } = openEmulator(shop);
    await pay((await payment()).uid);
    await emulator.settled();
    expect((await post('/deliveries/1/resend', {})).status).toBe(200);
    await emulator.settled();
    expect(shop.events[1]).toBe(shop.events[0]);
    expect((await post('/deliveries/99/resend', {})).status).toBe(404);
  });

  it('is not sent without a webhookUrl', async () => {
    const { payment, pay, emulator, text } = openEmulator();
    await pay((await payment()).uid);
    await emulator.settled();
    expect(await text('/')).toContain('웹훅을 보내지 않아요');
  });
});

it('rejects invalid settings with an error message', async () => {
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

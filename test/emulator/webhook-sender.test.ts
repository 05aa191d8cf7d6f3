import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/emulator/delivery.ts';
import type { EmulatorOptions } from 'react-instead-pay/emulator';
import { openEmulator } from './open-emulator.ts';

const WEBHOOK_URL = 'http://localhost:3000/api/webhooks/instead?key=s3cret';

/** Opens an emulator whose shop responds with `respond`, and pays one payment. */
async function openAndPay(respond: (count: number) => Response | Promise<Response>, options: EmulatorOptions = {}) {
  const events: string[] = [];
  const opened = openEmulator({
    webhookUrl: WEBHOOK_URL,
    deliver: async (request) => {
      events.push(request.url);
      return respond(events.length);
    },
    ...options,
  });
  const { uid } = await opened.payment();
  await opened.pay(uid);
  const log = async () => (await (await opened.fetch('/deliveries')).json()) as Delivery[];
  return { ...opened, uid, events, log };
}

const ok = () => new Response(null, { status: 200 });

describe('a webhook', () => {
  it.each([
    ['the shop redirects', () => Response.redirect('http://localhost/login', 302), 302],
    ['a browser hides the status of a redirect', () => Response.error(), 'status_hidden'],
    ['the shop is unreachable', () => Promise.reject(new TypeError('refused')), 'unreachable'],
  ])('is retried when %s', async (_, respond, logged) => {
    const { emulator, events, log } = await openAndPay(respond);
    await expect.poll(async () => (await log())[0]?.answer).toBe(logged);
    for (const wait of [1_000, 2_000, 4_000]) {
      const tries = events.length;
      await expect.poll(async () => (await log())[0]?.retryIn).toBe(wait);
      emulator.advance(wait);
      await expect.poll(() => events.length).toBe(tries + 1);
    }
    await emulator.settled();
    expect(events).toHaveLength(4);
    expect((await log())[0]).toMatchObject({ attempt: 4, retryIn: null });
  });

  it('is repeated resendTimes times with delivery: resend', async () => {
    const { emulator, events } = await openAndPay(ok, { delivery: 'resend', resendTimes: 3 });
    let isSettled = false;
    void emulator.settled().then(() => (isSettled = true));
    await expect
      .poll(() => {
        emulator.advance(1_000);
        return isSettled;
      })
      .toBe(true);
    expect(new Set(events).size).toBe(1);
    expect(events).toHaveLength(4);
  });

  it('that is late is sent when the clock is moved forward', async () => {
    const { emulator, events } = await openAndPay(ok, { delivery: 'late', lateBy: 3 * 60 * 60 * 1000 });
    emulator.advance(3 * 60 * 60 * 1000 - 1_000);
    expect(events).toEqual([]);
    emulator.advance(1_000);
    await emulator.settled();
    expect(events).toHaveLength(1);
  });

  it('is not retried after reset()', async () => {
    const { emulator, events, log } = await openAndPay(() => new Response(null, { status: 500 }));
    await expect.poll(async () => (await log())[0]?.retryIn).toBe(1_000);
    emulator.reset();
    await emulator.settled();
    expect(events).toHaveLength(1);
    expect(await log()).toEqual([]);
  });

  it('is logged with its address, without the key', async () => {
    const { emulator, text, log } = await openAndPay(ok);
    await emulator.settled();
    expect(await log()).toMatchObject([
      { address: 'http://localhost:3000/api/webhooks/instead', status: 'paid', answer: 200, attempt: 1 },
    ]);
    expect(JSON.stringify(await log())).not.toContain('s3cret');
    expect(await text('/')).toContain('GET http://localhost:3000/api/webhooks/instead<');
  });

  it('is the same with and without test mode', async () => {
    const webhooks = await Promise.all(
      ['0', '1'].map(async (sandboxYn) => {
        const events: string[] = [];
        const { payment, pay, emulator } = openEmulator({
          webhookUrl: WEBHOOK_URL,
          deliver: async ({ url }) => (events.push(url), ok()),
        });
        const { uid } = await payment({ sandboxYn });
        await pay(uid);
        await emulator.settled();
        return events.map((url) => url.replace(uid, 'uid'));
      }),
    );
    expect(webhooks[0]).toEqual(webhooks[1]);
    expect(webhooks[0]).toHaveLength(1);
  });
});

it('logs only the last 200 webhooks', async () => {
  const { emulator, post, log } = await openAndPay(ok);
  await emulator.settled();
  for (let count = 0; count < 210; count++) {
    await post(`/deliveries/${(await log())[0]!.id}/resend`, {});
    await emulator.settled();
  }
  expect(await log()).toHaveLength(200);
});

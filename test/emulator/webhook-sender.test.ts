import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../src/emulator/webhook-sender.ts';
import type { EmulatorOptions } from 'react-instead-pay/emulator';
import { openEmulator } from './open-emulator.ts';

const HOOK = 'http://localhost:3000/api/webhooks/instead?key=s3cret';

/** A sandbox whose shop answers as told, and one bill that has been paid. */
async function payAt(answer: (count: number) => Response | Promise<Response>, options: EmulatorOptions = {}) {
  const events: string[] = [];
  const world = openEmulator({
    webhookUrl: HOOK,
    deliver: async (request) => {
      events.push(request.url);
      return answer(events.length);
    },
    ...options,
  });
  const { uid } = await world.payment();
  await world.pay(uid);
  const log = async () => (await (await world.fetch('/deliveries')).json()) as Delivery[];
  return { ...world, uid, events, log };
}

const ok = () => new Response(null, { status: 200 });

describe('a notice', () => {
  it.each([
    ['where the shop sends it on', () => Response.redirect('http://localhost/login', 302), 302],
    ['where a browser hides that the shop sends it on', () => Response.error(), '받지 않았어요'],
    ['where nobody is at home', () => Promise.reject(new TypeError('refused')), '연결하지 못했어요'],
  ])('is not taken, and tried again, %s', async (_, answer, logged) => {
    const { emulator, events, log } = await payAt(answer);
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

  it('comes again as often as it is set to', async () => {
    const { emulator, events } = await payAt(ok, { delivery: 'resend', resendTimes: 3 });
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

  it('that is hours late comes as soon as the clock is moved', async () => {
    const { emulator, events } = await payAt(ok, { delivery: 'late', lateBy: 3 * 60 * 60 * 1000 });
    emulator.advance(3 * 60 * 60 * 1000 - 1_000);
    expect(events).toEqual([]);
    emulator.advance(1_000);
    await emulator.settled();
    expect(events).toHaveLength(1);
  });

  it('of a payment that was forgotten is not told any more', async () => {
    const { emulator, events, log } = await payAt(() => new Response(null, { status: 500 }));
    await expect.poll(async () => (await log())[0]?.retryIn).toBe(1_000);
    emulator.reset();
    await emulator.settled();
    expect(events).toHaveLength(1);
    expect(await log()).toEqual([]);
  });

  it('is logged with its address, and without the key in it', async () => {
    const { emulator, text, log } = await payAt(ok);
    await emulator.settled();
    expect(await log()).toMatchObject([
      { address: 'http://localhost:3000/api/webhooks/instead', status: 'paid', answer: 200, attempt: 1 },
    ]);
    expect(JSON.stringify(await log())).not.toContain('s3cret');
    expect(await text('/')).toContain('GET http://localhost:3000/api/webhooks/instead<');
  });

  it('is the same in test mode and for real money: the emulator has no real money', async () => {
    const notices = await Promise.all(
      ['0', '1'].map(async (sandboxYn) => {
        const events: string[] = [];
        const { payment, pay, emulator } = openEmulator({
          webhookUrl: HOOK,
          deliver: async ({ url }) => (events.push(url), ok()),
        });
        const { uid } = await payment({ sandboxYn });
        await pay(uid);
        await emulator.settled();
        return events.map((url) => url.replace(uid, 'uid'));
      }),
    );
    expect(notices[0]).toEqual(notices[1]);
    expect(notices[0]).toHaveLength(1);
  });
});

it('logs no more than the last 200 notices', async () => {
  const { emulator, post, log } = await payAt(ok);
  await emulator.settled();
  for (let count = 0; count < 210; count++) {
    await post(`/deliveries/${(await log())[0]!.id}/resend`, {});
    await emulator.settled();
  }
  expect(await log()).toHaveLength(200);
});

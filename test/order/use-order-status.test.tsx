import { act } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { useOrderStatus, type OrderReport } from 'react-instead-pay';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeComplaints } from '../support/dom-setup.ts';
import { createEndpoint, pass, show, watch } from './shop.tsx';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 3) });
  sessionStorage.clear();
});
afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
});

test('it asks the shop at once, and says what the shop says', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  expect(shop.fetchStatus).toHaveBeenCalledExactlyOnceWith('order-1', {
    signal: expect.any(AbortSignal) as AbortSignal,
  });
  expect(order()).toMatchObject({ status: 'waiting', merchantUid: 'order-1', timeLeft: null });
  shop.says = 'paid';
  await pass(3 * SECOND);
  expect(order()).toMatchObject({ status: 'paid', merchantUid: 'order-1' });
});

test.each(['waiting', 'paid', 'cancelled', 'failed', 'expired'] as const)(
  'it says %s when the shop does',
  async (status) => {
    expect((await watch(createEndpoint(status))).order().status).toBe(status);
    expect((await watch(createEndpoint({ status }), 'order-2')).order().status).toBe(status);
  },
);

test('it polls with growing intervals, up to half a minute', async () => {
  const shop = createEndpoint();
  await watch({ ...shop, refetchInterval: 1 * SECOND });
  const asked: number[] = [];
  const start = Date.now();
  shop.fetchStatus.mockImplementation(() => (asked.push(Date.now() - start), Promise.resolve('waiting')));
  await pass(5 * MINUTE);
  const waits = asked.map((at, index) => at - (asked[index - 1] ?? 0));
  expect(waits.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
  expect(new Set(waits.slice(9))).toEqual(new Set([30 * SECOND]));
});

test('it asks no more once the order is paid', async () => {
  const shop = createEndpoint('paid');
  await watch(shop);
  await pass(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('after a failed try it goes on: another card may work', async () => {
  const shop = createEndpoint('failed');
  const { order } = await watch(shop);
  shop.says = 'paid';
  await pass(5 * MINUTE);
  expect(order().status).toBe('paid');
});

test('it rests while the page is hidden, and asks at once when it is shown', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  await show(false);
  expect(vi.getTimerCount()).toBe(0);
  await pass(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  shop.says = 'paid';
  await show(true);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(2);
  expect(order().status).toBe('paid');
});

test('a page that begins hidden asks nothing', async () => {
  await show(false);
  const shop = createEndpoint();
  await watch(shop);
  await pass(MINUTE);
  expect(shop.fetchStatus).not.toHaveBeenCalled();
});

test('a look that is under way when the page is hidden is given up', async () => {
  const shop = createEndpoint();
  shop.says = new Promise(() => {});
  const { order } = await watch(shop);
  expect(shop.signals[0]?.aborted).toBe(false);
  await show(false);
  expect(shop.signals[0]?.aborted).toBe(true);
  expect(order()).not.toHaveProperty('error');
});

test('a paid order is looked at again when the page is shown: it may have been cancelled', async () => {
  const shop = createEndpoint('paid');
  const { order } = await watch(shop);
  await show(false);
  shop.says = 'cancelled';
  await show(true);
  expect(order().status).toBe('cancelled');
});

test('a look that fails shows why, keeps what is known, and is tried again', async () => {
  const down = new Error('offline');
  const shop = createEndpoint(down);
  const { order } = await watch(shop);
  expect(order()).toMatchObject({ status: 'waiting', error: down });
  shop.says = 'waiting';
  await pass(3 * SECOND);
  expect(order()).not.toHaveProperty('error');
});

test('a look that throws at once is a look that fails', async () => {
  const { order } = await watch({
    fetchStatus() {
      throw new Error('at once');
    },
  });
  expect(order()).toHaveProperty('error.message', 'at once');
});

test('a look that hangs is given up after 15 seconds, and the next one works', async () => {
  const shop = createEndpoint();
  shop.says = new Promise(() => {});
  const { order } = await watch(shop);
  shop.says = 'paid';
  await pass(15 * SECOND);
  expect(order()).toHaveProperty('error.message', 'The order status was not fetched in time.');
  expect(shop.signals[0]?.aborted).toBe(true);
  await pass(3 * SECOND);
  expect(order().status).toBe('paid');
});

test('what was paid when the page was left, and cannot be fetchStatus now, is asked for again', async () => {
  const shop = createEndpoint('paid');
  (await watch(shop)).unmount();
  shop.says = new Error('offline');
  const { order } = await watch(shop);
  expect(order().status).toBe('paid');
  shop.says = 'cancelled';
  await pass(3 * SECOND);
  expect(order().status).toBe('cancelled');
});

test('an answer that is no status is told to the developer once, and changes nothing', async () => {
  const reported = vi.fn((event: ErrorEvent) => event.preventDefault());
  window.addEventListener('error', reported);
  const shop = createEndpoint('PAID' as OrderReport);
  const { order } = await watch(shop);
  await pass(MINUTE);
  window.removeEventListener('error', reported);
  expect(order()).toMatchObject({ status: 'waiting', error: { name: 'TypeError' } });
  expect(reported.mock.calls.length + takeComplaints().length).toBe(1);
});

test('it begins after a reload with what was known', async () => {
  const expiresAt = Date.now() + 60 * MINUTE;
  const shop = createEndpoint({ status: 'failed', expiresAt });
  (await watch(shop)).unmount();
  shop.says = new Promise(() => {});
  expect((await watch(shop)).order().status).toBe('failed');
  expect(Object.values(sessionStorage)).toEqual([JSON.stringify({ status: 'failed', expiresAt })]);
});

test('what the server rendered goes before what was known', async () => {
  const shop = createEndpoint('failed');
  (await watch(shop)).unmount();
  shop.says = new Promise(() => {});
  expect((await watch({ ...shop, initialStatus: 'paid' })).order().status).toBe('paid');
});

test('refetch asks now', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  shop.says = 'paid';
  order().refetch();
  await pass(0);
  expect(order().status).toBe('paid');
});

test('refetch asks on a hidden page, too, once', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  await show(false);
  order().refetch();
  await pass(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(2);
});

test('an order that is no longer watched is asked about no more, by refetch neither', async () => {
  const shop = createEndpoint();
  const { order, unmount } = await watch(shop);
  unmount();
  order().refetch();
  await pass(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('another order is another watch', async () => {
  const shop = createEndpoint();
  shop.fetchStatus.mockImplementation((id) => Promise.resolve(id === 'order-2' ? 'paid' : 'waiting'));
  const { order, rerender } = await watch(shop);
  rerender(shop, 'order-2');
  await pass(0);
  expect(order()).toMatchObject({ status: 'paid', merchantUid: 'order-2' });
});

test('a component that renders again asks by its newest function, and no sooner', async () => {
  const first = createEndpoint();
  const second = createEndpoint('paid');
  const { order, rerender } = await watch(first);
  rerender(second);
  await pass(0);
  expect(second.fetchStatus).not.toHaveBeenCalled();
  await pass(3 * SECOND);
  expect(order().status).toBe('paid');
});

describe('the deadline', () => {
  test('is counted down to the minute, and in the last minute to the second', async () => {
    const { order, renders } = await watch({ ...createEndpoint(), expiresAt: Date.now() + 2 * MINUTE + 30 * SECOND });
    expect(order()).toHaveProperty('timeLeft', 2 * MINUTE);
    const before = renders();
    await pass(29 * SECOND);
    expect(renders()).toBe(before);
    await pass(2 * SECOND);
    expect(order()).toHaveProperty('timeLeft', 1 * MINUTE);
    await pass(61 * SECOND);
    expect(order()).toHaveProperty('timeLeft', 58 * SECOND);
  });

  test('may come from the shop with the status, as a date in any of its forms', async () => {
    const expiresAt = Date.now() + 3 * MINUTE;
    for (const form of [expiresAt, String(expiresAt), new Date(expiresAt), new Date(expiresAt).toISOString()]) {
      sessionStorage.clear();
      const { order, unmount } = await watch(createEndpoint({ status: 'waiting', expiresAt: form }));
      expect(order()).toHaveProperty('timeLeft', 3 * MINUTE);
      unmount();
    }
  });

  test('is the moment in which the shop is asked once more', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, refetchInterval: 25 * SECOND, expiresAt: Date.now() + 10 * SECOND });
    shop.says = 'paid';
    await pass(10 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('makes a waiting order expired when the shop then still waits, and a late payment paid', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, expiresAt: Date.now() + 10 * SECOND });
    await pass(9.9 * SECOND);
    expect(order().status).toBe('waiting');
    await pass(200);
    expect(order().status).toBe('expired');
    shop.says = 'paid';
    await pass(5 * MINUTE);
    expect(order().status).toBe('paid');
  });

  test('on a device whose clock is fast, does not expire an order that the server reports as waiting', async () => {
    // Made by the server for one hour, on a phone that is two hours ahead.
    const expiresAt = Date.now() - 60 * MINUTE;
    const shop = createEndpoint({ status: 'waiting', expiresAt });
    const { order } = await watch(shop);
    expect(order().status).toBe('waiting');
    await pass(MINUTE);
    expect(order().status).toBe('waiting');
    shop.says = { status: 'expired', expiresAt };
    await pass(MINUTE);
    expect(order().status).toBe('expired');
  });

  test.each([
    ['ahead', 120],
    ['behind', -120],
  ])('is measured by the server’s clock on a device that is two hours %s', async (_, minutes) => {
    const serverNow = () => Date.now() - minutes * MINUTE;
    const end = serverNow() + 10 * MINUTE;
    const shop = createEndpoint();
    shop.fetchStatus.mockImplementation(() =>
      Promise.resolve({ status: 'waiting' as const, expiresAt: end, now: serverNow() }),
    );
    const { order } = await watch(shop);
    expect(order()).toMatchObject({ status: 'waiting', timeLeft: 10 * MINUTE });
    await pass(9 * MINUTE);
    expect(order()).toMatchObject({ status: 'waiting', timeLeft: 1 * MINUTE });
    await pass(61 * SECOND);
    expect(order().status).toBe('expired');
  });

  test('renders no more often for a server’s clock that the network delays', async () => {
    const shop = createEndpoint();
    let delay = 0;
    shop.fetchStatus.mockImplementation(() =>
      Promise.resolve({ status: 'waiting' as const, now: Date.now() - (delay = (delay + 700) % 1_900) }),
    );
    const { renders } = await watch({ ...shop, refetchInterval: SECOND });
    const before = renders();
    await pass(MINUTE);
    expect(renders()).toBe(before);
  });

  test('without a time zone is refused', async () => {
    await expect(watch({ ...createEndpoint(), expiresAt: '2030-01-02T03:04:05' })).rejects.toThrow(
      'useOrderStatus: expiresAt must be a Date, Unix milliseconds, or an ISO date with its time zone',
    );
  });

  test.each(['expiresAt', 'now'])('a report whose %s has no time zone is reported, and ignored', async (field) => {
    const reported = vi.fn((event: ErrorEvent) => event.preventDefault());
    window.addEventListener('error', reported);
    const { order } = await watch(createEndpoint({ status: 'paid', [field]: '2030-01-02T03:04:05' }));
    window.removeEventListener('error', reported);
    expect(order()).toMatchObject({ status: 'waiting', error: { name: 'TypeError' } });
    expect(reported.mock.calls.length + takeComplaints().length).toBe(1);
  });

  test('expires nothing while the shop cannot be asked', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch({ ...shop, expiresAt: Date.now() + 10 * SECOND });
    await pass(MINUTE);
    expect(order()).toMatchObject({ status: 'waiting', timeLeft: 0 });
  });
});

describe('a stream', () => {
  function createStream() {
    const stream = { open: 0, report: (() => {}) as (report: OrderReport) => void };
    const subscribe = vi.fn((_: string, onReport: (report: OrderReport) => void) => {
      stream.open += 1;
      stream.report = onReport;
      return () => void (stream.open -= 1);
    });
    return { stream, subscribe };
  }

  test('updates the status at once', async () => {
    const { stream, subscribe } = createStream();
    const { order } = await watch({ ...createEndpoint(), subscribe });
    expect(subscribe).toHaveBeenCalledExactlyOnceWith('order-1', expect.any(Function));
    act(() => stream.report({ status: 'paid' }));
    expect(order().status).toBe('paid');
    act(() => stream.report('cancelled'));
    expect(order().status).toBe('cancelled');
  });

  test('that says nothing is made up for by asking', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe: createStream().subscribe });
    shop.says = 'paid';
    await pass(3 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('that speaks is looked after every half a minute alone', async () => {
    const { stream, subscribe } = createStream();
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('waiting'));
    await pass(29 * SECOND);
    expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
    shop.says = 'paid';
    await pass(1 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('puts an older answer that is still on its way out of date', async () => {
    const { stream, subscribe } = createStream();
    let answer!: (report: OrderReport) => void;
    const shop = createEndpoint();
    shop.says = new Promise<OrderReport>((resolve) => (answer = resolve));
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('paid'));
    answer('waiting');
    await pass(0);
    expect(order().status).toBe('paid');
  });

  test('is closed while the page is hidden, and reports nothing then', async () => {
    const { stream, subscribe } = createStream();
    const { order, unmount } = await watch({ ...createEndpoint(), subscribe });
    const { report } = stream;
    await show(false);
    expect(stream.open).toBe(0);
    act(() => report('paid'));
    expect(order().status).toBe('waiting');
    await show(true);
    expect(stream.open).toBe(1);
    unmount();
    expect(stream.open).toBe(0);
  });

  test('that spoke before the page was hidden has to speak again', async () => {
    const { stream, subscribe } = createStream();
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('waiting'));
    await show(false);
    await show(true);
    shop.says = 'paid';
    await pass(3 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('that cannot be opened shows why, and asking goes on', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch({
      ...shop,
      subscribe() {
        throw new Error('no streams here');
      },
    });
    expect(order()).toHaveProperty('error');
    shop.says = 'paid';
    await pass(3 * SECOND);
    expect(order().status).toBe('paid');
  });
});

describe('another tab', () => {
  const open: BroadcastChannel[] = [];
  afterEach(() => open.splice(0).forEach((channel) => channel.close()));
  function openTab() {
    const channel = new BroadcastChannel('react-instead-pay:order:order-1');
    open.push(channel);
    const events: unknown[] = [];
    channel.onmessage = ({ data }) => events.push(data);
    return { tell: (data: unknown) => channel.postMessage(data), events };
  }
  /** Messages between tabs come on the real clock. */
  const until = (condition: () => boolean) =>
    vi.waitUntil(
      async () => {
        await pass(0);
        return condition();
      },
      { timeout: 5_000, interval: 5 },
    );

  test('is told the status and the deadline, and nothing else', async () => {
    const tab = openTab();
    const end = Date.now() + MINUTE;
    await watch(createEndpoint({ status: 'waiting', expiresAt: end, name: '김스테드' }));
    await until(() => tab.events.length > 0);
    expect(tab.events).toEqual([{ status: 'waiting', expiresAt: end }]);
  });

  test('that has the status shares it with this one, also while it is hidden', async () => {
    const shop = createEndpoint();
    const { order } = await watch(shop);
    await show(false);
    openTab().tell({ status: 'paid', expiresAt: null });
    await until(() => order().status === 'paid');
    expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
    expect(Object.values(sessionStorage)).toEqual([JSON.stringify({ status: 'paid', expiresAt: null })]);
  });

  test('that says something else is not listened to', async () => {
    const { order } = await watch(createEndpoint());
    const tab = openTab();
    for (const junk of [null, 'PAID', 1, { status: 'PAID' }, { status: ['paid'] }, []]) tab.tell(junk);
    tab.tell({ status: 'failed' });
    await until(() => order().status !== 'waiting');
    expect(order().status).toBe('failed');
  });

  test('that asked just before the friend paid does not undo the payment', async () => {
    const { order, statuses } = await watch(createEndpoint('paid'));
    const [tab, witness] = [openTab(), openTab()];
    tab.tell({ status: 'waiting', expiresAt: null });
    // Recorded on its own: React would show only the last of two.
    await until(() => witness.events.length > 0);
    expect(order().status).toBe('paid');
    tab.tell({ status: 'cancelled', expiresAt: null });
    await until(() => order().status === 'cancelled');
    const changes = statuses().filter((status, index, all) => status !== all[index - 1]);
    expect(changes).toEqual(['waiting', 'paid', 'cancelled']);
  });
});

describe('two shops of one origin with the same order number', () => {
  test.each([
    ['their scope', (shop: string) => ({ scope: shop, clientId: undefined })],
    ['the clientId of their provider', (shop: string) => ({ scope: undefined, clientId: shop })],
  ])('are kept apart by %s', async (_, shopOf) => {
    const [one, other] = [createEndpoint(), createEndpoint()];
    const first = await watch({ ...one, scope: shopOf('one').scope }, 'order-1', shopOf('one').clientId);
    const second = await watch({ ...other, scope: shopOf('other').scope }, 'order-1', shopOf('other').clientId);
    const copy = await watch({ ...one, scope: shopOf('one').scope }, 'order-1', shopOf('one').clientId);
    one.says = 'paid';
    act(() => first.order().refetch());
    await vi.waitUntil(
      async () => {
        await pass(0);
        return copy.order().status === 'paid';
      },
      { timeout: 5_000, interval: 5 },
    );
    expect(second.order().status).toBe('waiting');
    second.unmount();
    const again = await watch({ ...other, scope: shopOf('other').scope }, 'order-1', shopOf('other').clientId);
    expect(again.statuses()).not.toContain('paid');
  });
});

describe('where the browser refuses', () => {
  const refuse = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  afterEach(() => vi.unstubAllGlobals());

  test.each<[string, () => void]>([
    ['a BroadcastChannel', () => vi.stubGlobal('BroadcastChannel', refuse)],
    ['storage', () => vi.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse)],
    ['to write to storage', () => vi.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse)],
  ])('%s, the order is shown and polled', async (_, breakIt) => {
    breakIt();
    const shop = createEndpoint();
    const { order, unmount } = await watch(shop);
    expect(order().status).toBe('waiting');
    shop.says = 'paid';
    await pass(3 * SECOND);
    expect(order().status).toBe('paid');
    unmount();
    vi.restoreAllMocks();
  });

  test('the shop’s stream, the order is shown and polled', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe: refuse });
    shop.says = 'paid';
    await pass(3 * SECOND);
    expect(order().status).toBe('paid');
  });
});

describe('the page', () => {
  test('is left as it was: no channel, no listener, no timer', async () => {
    const Channel = BroadcastChannel;
    let open = 0;
    vi.stubGlobal(
      'BroadcastChannel',
      class extends Channel {
        constructor(name: string) {
          super(name);
          open++;
        }
        override close() {
          open--;
          super.close();
        }
      },
    );
    const listeners = new Set<unknown>();
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      vi.spyOn(target, 'addEventListener').mockImplementation((...args: Parameters<typeof addEventListener>) => {
        listeners.add(args[1]);
        addEventListener.apply(target, args);
      });
      vi.spyOn(target, 'removeEventListener').mockImplementation((...args: Parameters<typeof removeEventListener>) => {
        listeners.delete(args[1]);
        removeEventListener.apply(target, args);
      });
    }
    const { unmount } = await watch({ ...createEndpoint(), expiresAt: Date.now() + MINUTE });
    expect(open).toBe(1);
    // What React itself listens for is on the root.
    expect(listeners.size).toBeGreaterThan(3);
    unmount();
    expect(open).toBe(0);
    expect(listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    vi.unstubAllGlobals();
  });

  test('holds nothing open when it goes into the back-forward cache, and asks when it comes back', async () => {
    const shop = createEndpoint();
    const { order } = await watch(shop);
    act(() => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(vi.getTimerCount()).toBe(0);
    shop.says = 'paid';
    act(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await pass(0);
    expect(order().status).toBe('paid');
  });

  test('asks when the network is back', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch(shop);
    shop.says = 'paid';
    act(() => void window.dispatchEvent(new Event('online')));
    await pass(0);
    expect(order().status).toBe('paid');
  });

  test('is rendered by a server as what it was given, or waiting', () => {
    const Order = ({ initial }: { initial?: OrderReport }) =>
      useOrderStatus('order-1', {
        fetchStatus: () => 'waiting',
        initialStatus: initial,
        expiresAt: Date.now() + MINUTE,
      }).status;
    expect(renderToString(<Order />)).toBe('waiting');
    expect(renderToString(<Order initial={{ status: 'paid' }} />)).toBe('paid');
  });
});

test.each([
  ['an order without a number', () => ['', { fetchStatus: () => 'waiting' }], 'merchantUid'],
  ['a missing fetchStatus', () => ['order-1', {}], 'fetchStatus'],
  ['an interval of 0', () => ['order-1', { fetchStatus: () => 'waiting', refetchInterval: 0 }], 'refetchInterval'],
  [
    'an interval that is no number',
    () => ['order-1', { fetchStatus: () => 'waiting', refetchInterval: NaN }],
    'refetchInterval',
  ],
] as const)('%s is a mistake that throws', (_, make, word) => {
  const Order = () => {
    useOrderStatus(...(make() as unknown as Parameters<typeof useOrderStatus>));
    return null;
  };
  expect(() => renderToString(<Order />)).toThrow(word);
});

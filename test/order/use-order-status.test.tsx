import { act } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { useOrderStatus, type OrderReport } from 'react-instead-pay';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { takeConsoleCalls } from '../support/dom-setup.ts';
import { createEndpoint, advance, show, watch } from './shop.tsx';

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

test('fetches the status on mount and returns it', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  expect(shop.fetchStatus).toHaveBeenCalledExactlyOnceWith('order-1', {
    signal: expect.any(AbortSignal) as AbortSignal,
  });
  expect(order()).toMatchObject({ status: 'waiting', merchantUid: 'order-1', timeLeft: null });
  shop.response = 'paid';
  await advance(3 * SECOND);
  expect(order()).toMatchObject({ status: 'paid', merchantUid: 'order-1' });
});

test.each(['waiting', 'paid', 'cancelled', 'failed', 'expired'] as const)(
  'returns %s when the shop reports it',
  async (status) => {
    expect((await watch(createEndpoint(status))).order().status).toBe(status);
    expect((await watch(createEndpoint({ status }), 'order-2')).order().status).toBe(status);
  },
);

test('polls with growing intervals, up to half a minute', async () => {
  const shop = createEndpoint();
  await watch({ ...shop, refetchInterval: 1 * SECOND });
  const asked: number[] = [];
  const start = Date.now();
  shop.fetchStatus.mockImplementation(() => (asked.push(Date.now() - start), Promise.resolve('waiting')));
  await advance(5 * MINUTE);
  const waits = asked.map((at, index) => at - (asked[index - 1] ?? 0));
  expect(waits.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
  expect(new Set(waits.slice(9))).toEqual(new Set([30 * SECOND]));
});

test('stops polling once the order is paid', async () => {
  const shop = createEndpoint('paid');
  await watch(shop);
  await advance(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('continues polling after a failed payment: another card may succeed', async () => {
  const shop = createEndpoint('failed');
  const { order } = await watch(shop);
  shop.response = 'paid';
  await advance(5 * MINUTE);
  expect(order().status).toBe('paid');
});

test('pauses while the page is hidden, and fetches when it is shown', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  await show(false);
  expect(vi.getTimerCount()).toBe(0);
  await advance(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  shop.response = 'paid';
  await show(true);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(2);
  expect(order().status).toBe('paid');
});

test('fetches nothing on a page that starts hidden', async () => {
  await show(false);
  const shop = createEndpoint();
  await watch(shop);
  await advance(MINUTE);
  expect(shop.fetchStatus).not.toHaveBeenCalled();
});

test('aborts a fetch in progress when the page is hidden', async () => {
  const shop = createEndpoint();
  shop.response = new Promise(() => {});
  const { order } = await watch(shop);
  expect(shop.signals[0]?.aborted).toBe(false);
  await show(false);
  expect(shop.signals[0]?.aborted).toBe(true);
  expect(order()).not.toHaveProperty('error');
});

test('refetches a paid order when the page is shown: it may have been cancelled', async () => {
  const shop = createEndpoint('paid');
  const { order } = await watch(shop);
  await show(false);
  shop.response = 'cancelled';
  await show(true);
  expect(order().status).toBe('cancelled');
});

test('returns the error of a failed fetch, keeps the last status and retries', async () => {
  const down = new Error('offline');
  const shop = createEndpoint(down);
  const { order } = await watch(shop);
  expect(order()).toMatchObject({ status: 'waiting', error: down });
  shop.response = 'waiting';
  await advance(3 * SECOND);
  expect(order()).not.toHaveProperty('error');
});

test('treats a fetchStatus that throws synchronously as a failed fetch', async () => {
  const { order } = await watch({
    fetchStatus() {
      throw new Error('at once');
    },
  });
  expect(order()).toHaveProperty('error.message', 'at once');
});

test('aborts a fetch after 15 seconds, and the next one succeeds', async () => {
  const shop = createEndpoint();
  shop.response = new Promise(() => {});
  const { order } = await watch(shop);
  shop.response = 'paid';
  await advance(15 * SECOND);
  expect(order()).toHaveProperty('error.message', 'The order status was not fetched in time.');
  expect(shop.signals[0]?.aborted).toBe(true);
  await advance(3 * SECOND);
  expect(order().status).toBe('paid');
});

test('keeps the cached status of a paid order when the first fetch fails, and retries', async () => {
  const shop = createEndpoint('paid');
  (await watch(shop)).unmount();
  shop.response = new Error('offline');
  const { order } = await watch(shop);
  expect(order().status).toBe('paid');
  shop.response = 'cancelled';
  await advance(3 * SECOND);
  expect(order().status).toBe('cancelled');
});

test('warns once about an answer that is no status, and keeps the last status', async () => {
  const reported = vi.fn((event: ErrorEvent) => event.preventDefault());
  window.addEventListener('error', reported);
  const shop = createEndpoint('PAID' as OrderReport);
  const { order } = await watch(shop);
  await advance(MINUTE);
  window.removeEventListener('error', reported);
  expect(order()).toMatchObject({ status: 'waiting', error: { name: 'TypeError' } });
  expect(reported.mock.calls.length + takeConsoleCalls().length).toBe(1);
});

test('starts with the cached status after a reload', async () => {
  const expiresAt = Date.now() + 60 * MINUTE;
  const shop = createEndpoint({ status: 'failed', expiresAt });
  (await watch(shop)).unmount();
  shop.response = new Promise(() => {});
  expect((await watch(shop)).order().status).toBe('failed');
  expect(Object.values(sessionStorage)).toEqual([JSON.stringify({ status: 'failed', expiresAt })]);
});

test('prefers initialStatus to the cached status', async () => {
  const shop = createEndpoint('failed');
  (await watch(shop)).unmount();
  shop.response = new Promise(() => {});
  expect((await watch({ ...shop, initialStatus: 'paid' })).order().status).toBe('paid');
});

test('refetch fetches at once', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  shop.response = 'paid';
  order().refetch();
  await advance(0);
  expect(order().status).toBe('paid');
});

test('refetch fetches once on a hidden page, too', async () => {
  const shop = createEndpoint();
  const { order } = await watch(shop);
  await show(false);
  order().refetch();
  await advance(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(2);
});

test('stops fetching after unmount, also by refetch', async () => {
  const shop = createEndpoint();
  const { order, unmount } = await watch(shop);
  unmount();
  order().refetch();
  await advance(60 * MINUTE);
  expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('fetches another order when merchantUid changes', async () => {
  const shop = createEndpoint();
  shop.fetchStatus.mockImplementation((id) => Promise.resolve(id === 'order-2' ? 'paid' : 'waiting'));
  const { order, rerender } = await watch(shop);
  rerender(shop, 'order-2');
  await advance(0);
  expect(order()).toMatchObject({ status: 'paid', merchantUid: 'order-2' });
});

test('calls the fetchStatus of the last render, and not sooner for a new render', async () => {
  const first = createEndpoint();
  const second = createEndpoint('paid');
  const { order, rerender } = await watch(first);
  rerender(second);
  await advance(0);
  expect(second.fetchStatus).not.toHaveBeenCalled();
  await advance(3 * SECOND);
  expect(order().status).toBe('paid');
});

describe('the deadline', () => {
  test('is counted down by the minute, and in the last minute by the second', async () => {
    const { order, renders } = await watch({ ...createEndpoint(), expiresAt: Date.now() + 2 * MINUTE + 30 * SECOND });
    expect(order()).toHaveProperty('timeLeft', 2 * MINUTE);
    const before = renders();
    await advance(29 * SECOND);
    expect(renders()).toBe(before);
    await advance(2 * SECOND);
    expect(order()).toHaveProperty('timeLeft', 1 * MINUTE);
    await advance(61 * SECOND);
    expect(order()).toHaveProperty('timeLeft', 58 * SECOND);
  });

  test("is read from the shop's answer, in any form of a date", async () => {
    const expiresAt = Date.now() + 3 * MINUTE;
    for (const form of [expiresAt, String(expiresAt), new Date(expiresAt), new Date(expiresAt).toISOString()]) {
      sessionStorage.clear();
      const { order, unmount } = await watch(createEndpoint({ status: 'waiting', expiresAt: form }));
      expect(order()).toHaveProperty('timeLeft', 3 * MINUTE);
      unmount();
    }
  });

  test('triggers one more fetch when it passes', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, refetchInterval: 25 * SECOND, expiresAt: Date.now() + 10 * SECOND });
    shop.response = 'paid';
    await advance(10 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('turns a waiting order into expired when the shop still reports waiting, and a late payment into paid', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, expiresAt: Date.now() + 10 * SECOND });
    await advance(9.9 * SECOND);
    expect(order().status).toBe('waiting');
    await advance(200);
    expect(order().status).toBe('expired');
    shop.response = 'paid';
    await advance(5 * MINUTE);
    expect(order().status).toBe('paid');
  });

  test('on a device whose clock is fast, does not expire an order that the server reports as waiting', async () => {
    // Made by the server for one hour, on a phone that is two hours ahead.
    const expiresAt = Date.now() - 60 * MINUTE;
    const shop = createEndpoint({ status: 'waiting', expiresAt });
    const { order } = await watch(shop);
    expect(order().status).toBe('waiting');
    await advance(MINUTE);
    expect(order().status).toBe('waiting');
    shop.response = { status: 'expired', expiresAt };
    await advance(MINUTE);
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
    await advance(9 * MINUTE);
    expect(order()).toMatchObject({ status: 'waiting', timeLeft: 1 * MINUTE });
    await advance(61 * SECOND);
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
    await advance(MINUTE);
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
    expect(reported.mock.calls.length + takeConsoleCalls().length).toBe(1);
  });

  test('expires nothing while the shop cannot be reached', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch({ ...shop, expiresAt: Date.now() + 10 * SECOND });
    await advance(MINUTE);
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

  test('that sends nothing is supplemented by polling', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe: createStream().subscribe });
    shop.response = 'paid';
    await advance(3 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('that sends messages slows polling down to every half a minute', async () => {
    const { stream, subscribe } = createStream();
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('waiting'));
    await advance(29 * SECOND);
    expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
    shop.response = 'paid';
    await advance(1 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('supersedes an older answer that is still pending', async () => {
    const { stream, subscribe } = createStream();
    let answer!: (report: OrderReport) => void;
    const shop = createEndpoint();
    shop.response = new Promise<OrderReport>((resolve) => (answer = resolve));
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('paid'));
    answer('waiting');
    await advance(0);
    expect(order().status).toBe('paid');
  });

  test('is closed while the page is hidden, and reports nothing meanwhile', async () => {
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

  test('that sent messages before the page was hidden has to send again before polling slows down', async () => {
    const { stream, subscribe } = createStream();
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe });
    act(() => stream.report('waiting'));
    await show(false);
    await show(true);
    shop.response = 'paid';
    await advance(3 * SECOND);
    expect(order().status).toBe('paid');
  });

  test('that cannot be opened returns its error, and polling continues', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch({
      ...shop,
      subscribe() {
        throw new Error('no streams here');
      },
    });
    expect(order()).toHaveProperty('error');
    shop.response = 'paid';
    await advance(3 * SECOND);
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
    return { post: (data: unknown) => channel.postMessage(data), events };
  }
  /** Messages between tabs arrive on the real clock. */
  const until = (condition: () => boolean) =>
    vi.waitUntil(
      async () => {
        await advance(0);
        return condition();
      },
      { timeout: 5_000, interval: 5 },
    );

  test('receives only the status and the deadline', async () => {
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
    openTab().post({ status: 'paid', expiresAt: null });
    await until(() => order().status === 'paid');
    expect(shop.fetchStatus).toHaveBeenCalledTimes(1);
    expect(Object.values(sessionStorage)).toEqual([JSON.stringify({ status: 'paid', expiresAt: null })]);
  });

  test('that posts anything else is ignored', async () => {
    const { order } = await watch(createEndpoint());
    const tab = openTab();
    for (const junk of [null, 'PAID', 1, { status: 'PAID' }, { status: ['paid'] }, []]) tab.post(junk);
    tab.post({ status: 'failed' });
    await until(() => order().status !== 'waiting');
    expect(order().status).toBe('failed');
  });

  test('whose fetch started just before the payment does not replace paid with waiting', async () => {
    const { order, statuses } = await watch(createEndpoint('paid'));
    const [tab, witness] = [openTab(), openTab()];
    tab.post({ status: 'waiting', expiresAt: null });
    // Recorded directly: React would render only the last of two updates.
    await until(() => witness.events.length > 0);
    expect(order().status).toBe('paid');
    tab.post({ status: 'cancelled', expiresAt: null });
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
    one.response = 'paid';
    act(() => first.order().refetch());
    await vi.waitUntil(
      async () => {
        await advance(0);
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
    shop.response = 'paid';
    await advance(3 * SECOND);
    expect(order().status).toBe('paid');
    unmount();
    vi.restoreAllMocks();
  });

  test('the shop’s stream, the order is shown and polled', async () => {
    const shop = createEndpoint();
    const { order } = await watch({ ...shop, subscribe: refuse });
    shop.response = 'paid';
    await advance(3 * SECOND);
    expect(order().status).toBe('paid');
  });
});

describe('the page', () => {
  test('is left unchanged: no channel, no listener, no timer', async () => {
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
    // React's own listeners are on the root.
    expect(listeners.size).toBeGreaterThan(3);
    unmount();
    expect(open).toBe(0);
    expect(listeners.size).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    vi.unstubAllGlobals();
  });

  test('closes everything when it enters the back-forward cache, and fetches when it returns', async () => {
    const shop = createEndpoint();
    const { order } = await watch(shop);
    act(() => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    expect(vi.getTimerCount()).toBe(0);
    shop.response = 'paid';
    act(() => void window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await advance(0);
    expect(order().status).toBe('paid');
  });

  test('fetches when the network is back', async () => {
    const shop = createEndpoint(new Error('offline'));
    const { order } = await watch(shop);
    shop.response = 'paid';
    act(() => void window.dispatchEvent(new Event('online')));
    await advance(0);
    expect(order().status).toBe('paid');
  });

  test('is rendered on a server with initialStatus, or as waiting', () => {
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
] as const)('throws for %s', (_, make, word) => {
  const Order = () => {
    useOrderStatus(...(make() as unknown as Parameters<typeof useOrderStatus>));
    return null;
  };
  expect(() => renderToString(<Order />)).toThrow(word);
});

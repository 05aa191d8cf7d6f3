import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { JSDOM } from 'jsdom';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { createInsteadClient, PayButton } from 'react-instead-pay';
import { createMockAdapter } from 'react-instead-pay/testing';
import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { INSTEAD_API_URL, INSTEAD_SCRIPT_INTEGRITY, INSTEAD_SCRIPT_SRC } from '../../src/protocol/endpoints.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';
import { page } from './page.tsx';
import { en } from 'react-instead-pay/locales';

let complain: MockInstance[];
beforeEach(() => {
  complain = (['error', 'warn'] as const).map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
});
afterEach(() => {
  const complaints = complain.flatMap(({ mock }) => mock.calls as unknown[]);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(complaints).toEqual([]);
});

function checkHtml(html: string) {
  const { document } = new JSDOM(html).window;
  expect(document.querySelector('p')?.textContent).toBe('idle/idle/idle');
  const buttons = [...document.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent)).toEqual(['결제를 부탁해', '둘째 idle']);
  for (const button of buttons) {
    expect(button.getAttribute('type')).toBe('button');
    expect(button.getAttribute('data-status')).toBe('idle');
  }
  expect([...document.querySelectorAll('[role=status]')].map((status) => status.textContent)).toEqual(['', '', '']);
  expect(document.querySelectorAll('dialog, iframe, script, style, link:not([href])').length).toBe(0);
}

describe('on a server, where there is no page', () => {
  test('there really is none here', () => {
    expect([typeof window, typeof document, typeof navigator === 'object' && 'userActivation' in navigator]).toEqual([
      'undefined',
      'undefined',
      false,
    ]);
  });

  test('renderToString renders everything at rest', () => {
    checkHtml(renderToString(page()));
    expect(renderToString(page({ locale: en }))).toContain('Ask a friend to pay');
  });

  test('renderToPipeableStream renders everything at rest', async () => {
    const onError = vi.fn();
    const stream = renderToPipeableStream(page(), { onError }).pipe(new PassThrough());
    checkHtml(await text(stream));
    expect(onError).not.toHaveBeenCalled();
  });

  test('a provider renders without a scriptSrc, with one, and with several', () => {
    for (const scriptSrc of [undefined, '/a.js', ['/a.js', '/b.js']]) checkHtml(renderToString(page({ scriptSrc })));
  });

  const linksIn = (html: string) =>
    [...new JSDOM(html).window.document.querySelectorAll('link')].map(({ attributes }) =>
      Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
    );

  test('the browser fetches the script, and connects to the API, while it parses the page', () => {
    expect(linksIn(renderToString(page()))).toEqual([
      { rel: 'preconnect', href: INSTEAD_API_URL, crossorigin: '' },
      { rel: 'modulepreload', href: INSTEAD_SCRIPT_SRC[0], crossorigin: '', integrity: INSTEAD_SCRIPT_INTEGRITY },
    ]);
  });

  test('under a nonce, which not every React 19 passes on, the browser only opens a connection', () => {
    expect(linksIn(renderToString(page({ nonce: 'abc' })))).toEqual([
      { rel: 'preconnect', href: INSTEAD_API_URL, crossorigin: '' },
      { rel: 'preconnect', href: INSTEAD_SCRIPT_SRC[0], crossorigin: '' },
    ]);
  });

  test('a script without a hash is only connected to: it may be another when it is wanted', () => {
    expect(
      linksIn(renderToString(page({ scriptSrc: ['https://shop.example/a.js', '/b.js'], apiUrl: '/api' }))),
    ).toEqual([
      { rel: 'preconnect', href: '/api', crossorigin: '' },
      { rel: 'preconnect', href: 'https://shop.example/a.js', crossorigin: '' },
    ]);
  });

  test('nothing is preloaded for a lazy provider, or for one with an adapter', () => {
    expect(linksIn(renderToString(page({ load: 'lazy' })))).toEqual([]);
    expect(linksIn(renderToString(page({ adapter: createMockAdapter() })))).toEqual([]);
  });

  test('renders with a react-dom that has no preload functions', async () => {
    vi.resetModules();
    vi.doMock('react-dom', () => ({ createPortal: () => null }));
    try {
      const { page: pageOf18 } = await import('./page.tsx');
      const html = renderToString(pageOf18());
      checkHtml(html);
      expect(linksIn(html)).toEqual([]);
    } finally {
      vi.doUnmock('react-dom');
      vi.resetModules();
    }
  });

  test('outside a provider a hook throws no_provider', () => {
    expect(() => renderToString(<PayButton request={makeRequest()} />)).toThrow(
      expect.objectContaining({ code: 'no_provider' }),
    );
  });

  test('createInsteadClient() touches nothing until it is asked to', async () => {
    const onEvent = vi.fn();
    const instead = createInsteadClient({ clientId: 'shop', sandbox: true, onEvent });
    expect(instead.getStatus()).toStrictEqual({ status: 'idle' });
    expect(instead.getPayment()).toStrictEqual({ status: 'idle' });
    await settled();
    expect(onEvent).not.toHaveBeenCalled();
    instead.dispose();
  });
});

describe('importing an entry in plain node', () => {
  // Getters such as `navigator` are compared by their descriptor, so that reading changes nothing.
  const snapshot = () =>
    Object.fromEntries(
      Reflect.ownKeys(globalThis).map((key) => {
        const { value, get } = Object.getOwnPropertyDescriptor(globalThis, key) ?? {};
        return [String(key), (value as unknown) ?? get];
      }),
    );

  test.each([
    ['react-instead-pay', () => import('../../src/index.ts')],
    ['react-instead-pay/testing', () => import('../../src/testing/index.ts')],
    ['react-instead-pay/server', () => import('../../src/server/index.ts')],
    ['react-instead-pay/emulator', () => import('../../src/emulator/index.ts')],
  ] as [string, () => Promise<object>][])('%s leaves every global as it is', async (_, load) => {
    vi.resetModules();
    const before = snapshot();
    const exported = await load();
    expect(Object.keys(exported).length).toBeGreaterThan(0);
    const after = snapshot();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [name, value] of Object.entries(before)) expect(Object.is(after[name], value), name).toBe(true);
  });
});

describe('in the browser, on what the server has sent', () => {
  test.each([
    { isStrict: true, userAgent: 'Firefox', lines: 0 },
    { isStrict: false, userAgent: 'Firefox', lines: 0 },
    // A server cannot know that it is one: what is said of it comes after hydration.
    { isStrict: true, userAgent: 'KAKAOTALK 10.3.1', lines: 2 },
  ])(
    'it hydrates without a message on the console, and pays (Strict Mode: $isStrict, $userAgent)',
    async (browsing) => {
      const { isStrict, userAgent, lines } = browsing;
      const html = renderToString(page({ isStrict }));
      checkHtml(html);

      // Only now there is a page.
      const { window } = new JSDOM(`<!doctype html><div id="root">${html}</div>`);
      const { document } = window;
      vi.stubGlobal('window', window);
      vi.stubGlobal('document', document);
      vi.stubGlobal('navigator', { userAgent });
      vi.stubGlobal('location', window.location);
      vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
      // The browser has its own copy of the library.
      vi.resetModules();
      const browser = await import('./page.tsx');
      const { createMockAdapter } = await import('react-instead-pay/testing');
      const adapter = createMockAdapter();
      const { act } = await import('react');
      const { hydrateRoot } = await import('react-dom/client');
      const root = document.querySelector('#root')!;
      const [button] = root.querySelectorAll('button');
      const onRecoverableError = vi.fn();

      const mounted = await act(async () =>
        hydrateRoot(root, browser.page({ isStrict, adapter }), { onRecoverableError }),
      );
      expect(onRecoverableError).not.toHaveBeenCalled();
      // The server's own button, not another in its place.
      expect(root.querySelector('button')).toBe(button);
      expect(root.querySelector('p')?.textContent).toBe('ready/idle/idle');
      expect(root.querySelectorAll('[data-instead="in-app-notice"]')).toHaveLength(lines);

      await act(async () => button!.click());
      expect(button!.getAttribute('data-status')).toBe('requesting');
      await act(async () => adapter.send('kakao'));
      expect(root.querySelector('[role=status]')?.textContent).toBe('결제를 부탁했어요');
      expect(root.querySelector('p')?.textContent).toBe('ready/idle/sent');
      await act(async () => mounted.unmount());
    },
  );
});

import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { openEmulator } from './open-emulator.ts';

/** The stand-in, loaded into a page of its own, over a network that is answered by hand. */
async function load() {
  const { text } = openEmulator();
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    url: 'http://localhost/',
  });
  const asked: {
    url: string;
    headers: Record<string, string>;
    body: unknown;
    answer(status: number, text: string): void;
  }[] = [];
  class FakeRequest {
    readyState = 0;
    status = 0;
    responseText = '';
    onreadystatechange = () => {};
    private url = '';
    private headers: Record<string, string> = {};
    open(_method: string, url: string) {
      this.url = url;
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    send(body: string) {
      asked.push({
        url: this.url,
        headers: this.headers,
        body: JSON.parse(body),
        answer: (status, responseText) => {
          Object.assign(this, { readyState: 4, status, responseText });
          this.onreadystatechange();
        },
      });
    }
  }
  const page = window as unknown as Record<string, unknown> &
    Window & {
      INSTEAD: { init(id: string): void; requestPay(input: unknown): void; access_token?: string; session_id?: string };
    };
  const alert = vi.fn();
  const open = vi.fn();
  Object.assign(page, { XMLHttpRequest: FakeRequest, alert, open });
  const log = vi.fn();
  (window.console as { log: unknown }).log = log;
  window.eval(await text('/instead-1.0.1.js'));
  const connect = () => {
    page.INSTEAD.init('my-shop');
    asked.shift()!.answer(200, '{"access_token":"t"}');
  };
  return { window, page, asked, alert, open, log, connect };
}

describe('the stand-in is as rude as the script it stands in for', () => {
  it('1: leaves API and INSTEAD on the window, and reads API at each call', async () => {
    const { page, asked } = await load();
    expect(page.API).toBe('http://localhost/api');
    expect(typeof page.INSTEAD).toBe('function');
    page.API = 'http://elsewhere';
    page.INSTEAD.init('my-shop');
    expect(asked[0]!.url).toBe('http://elsewhere/token');
  });

  it('2: says nothing of a refused token', async () => {
    const { page, asked, alert } = await load();
    page.INSTEAD.init('my-shop');
    expect(asked[0]!.body).toEqual({ client_id: 'my-shop' });
    asked[0]!.answer(500, '');
    expect(page.INSTEAD.access_token).toBeUndefined();
    expect(alert).not.toHaveBeenCalled();
  });

  it('3: alerts when it has no token', async () => {
    const { page, alert, asked } = await load();
    page.INSTEAD.requestPay({});
    expect(alert).toHaveBeenCalledOnce();
    expect(asked).toEqual([]);
  });

  it('4: opens its window only when the session has been answered, and forgets it', async () => {
    const { page, connect, asked, open } = await load();
    connect();
    page.INSTEAD.requestPay({ name: 'a', request_cb: () => {} });
    expect(open).not.toHaveBeenCalled();
    expect(asked[0]).toMatchObject({
      url: 'http://localhost/api/session',
      headers: { Authorization: 'Bearer t' },
      body: { name: 'a' },
    });
    asked[0]!.answer(200, '{"session_id":"s"}');
    expect(open).toHaveBeenCalledWith(
      'http://localhost/api/pay?session_id=s',
      '결제를 부탁해',
      'width=375, height=600, scrollbars=yes',
    );
    expect(page.INSTEAD.session_id).toBe('s');
  });

  it('5: throws the page’s message handler away, believes everybody, and logs', async () => {
    const { page, connect, log } = await load();
    page.onmessage = () => {};
    const mine = page.onmessage;
    connect();
    const events: unknown[] = [];
    page.INSTEAD.requestPay({ request_cb: (result: unknown) => events.push(result) });
    expect(page.onmessage).not.toBe(mine);
    const hear = page.onmessage as unknown as (event: { data: unknown }) => void;
    hear({ data: { result: 'success', method: 'forged' } });
    expect(events).toEqual([{ result: 'success', method: 'forged' }]);
    expect(log).toHaveBeenCalled();
    expect(() => hear({ data: null })).toThrow();
  });

  it('6: covers the page with every opened, and uncovers it once with every closed', async () => {
    const { page, window, connect } = await load();
    connect();
    page.INSTEAD.requestPay({ request_cb: () => {} });
    const hear = page.onmessage as unknown as (event: { data: unknown }) => void;
    hear({ data: { result: 'opened' } });
    hear({ data: { result: 'opened' } });
    hear({ data: { result: 'closed' } });
    const left = window.document.querySelectorAll('#blocker');
    expect(left).toHaveLength(1);
    expect(left[0]!.textContent).toBe('요청 진행중');
    expect(left[0]!.getAttribute('style')).toContain('z-index:99999');
  });

  it('7: replaces remove() with one that throws on what is not in the page, and adds it to lists', async () => {
    const { window } = await load();
    const { document } = window;
    expect(() => document.createElement('p').remove()).toThrow();
    expect(Object.keys(window.NodeList.prototype)).toContain('remove');
    expect(Object.keys(window.HTMLCollection.prototype)).toContain('remove');
  });

  it('8: throws with every message when request_cb is left out', async () => {
    const { page, connect } = await load();
    connect();
    page.INSTEAD.requestPay({});
    const hear = page.onmessage as unknown as (event: { data: unknown }) => void;
    expect(() => hear({ data: { result: 'success', method: 'kakao' } })).toThrow();
  });
});

import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { openEmulator } from './open-emulator.ts';

/** Loads the emulator's script into a new page, with a network whose responses the test sends. */
async function load() {
  const { text } = openEmulator();
  const { window } = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    url: 'http://localhost/',
  });
  const requests: {
    url: string;
    headers: Record<string, string>;
    body: unknown;
    respond(status: number, text: string): void;
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
      requests.push({
        url: this.url,
        headers: this.headers,
        body: JSON.parse(body),
        respond: (status, responseText) => {
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
    requests.shift()!.respond(200, '{"access_token":"t"}');
  };
  return { window, page, requests, alert, open, log, connect };
}

describe('the emulator’s script has the quirks of Instead’s script', () => {
  it('1: defines the globals API and INSTEAD, and reads API at each call', async () => {
    const { page, requests } = await load();
    expect(page.API).toBe('http://localhost/api');
    expect(typeof page.INSTEAD).toBe('function');
    page.API = 'http://elsewhere';
    page.INSTEAD.init('my-shop');
    expect(requests[0]!.url).toBe('http://elsewhere/token');
  });

  it('2: ignores a failed token request', async () => {
    const { page, requests, alert } = await load();
    page.INSTEAD.init('my-shop');
    expect(requests[0]!.body).toEqual({ client_id: 'my-shop' });
    requests[0]!.respond(500, '');
    expect(page.INSTEAD.access_token).toBeUndefined();
    expect(alert).not.toHaveBeenCalled();
  });

  it('3: calls alert() when it has no token', async () => {
    const { page, alert, requests } = await load();
    page.INSTEAD.requestPay({});
    expect(alert).toHaveBeenCalledOnce();
    expect(requests).toEqual([]);
  });

  it('4: opens the popup only after the session response, and keeps no reference', async () => {
    const { page, connect, requests, open } = await load();
    connect();
    page.INSTEAD.requestPay({ name: 'a', request_cb: () => {} });
    expect(open).not.toHaveBeenCalled();
    expect(requests[0]).toMatchObject({
      url: 'http://localhost/api/session',
      headers: { Authorization: 'Bearer t' },
      body: { name: 'a' },
    });
    requests[0]!.respond(200, '{"session_id":"s"}');
    expect(open).toHaveBeenCalledWith(
      'http://localhost/api/pay?session_id=s',
      '결제를 부탁해',
      'width=375, height=600, scrollbars=yes',
    );
    expect(page.INSTEAD.session_id).toBe('s');
  });

  it('5: replaces window.onmessage, accepts messages from any sender, and logs them', async () => {
    const { page, connect, log } = await load();
    page.onmessage = () => {};
    const previous = page.onmessage;
    connect();
    const events: unknown[] = [];
    page.INSTEAD.requestPay({ request_cb: (result: unknown) => events.push(result) });
    expect(page.onmessage).not.toBe(previous);
    const receive = page.onmessage as unknown as (event: { data: unknown }) => void;
    receive({ data: { result: 'success', method: 'forged' } });
    expect(events).toEqual([{ result: 'success', method: 'forged' }]);
    expect(log).toHaveBeenCalled();
    expect(() => receive({ data: null })).toThrow();
  });

  it('6: adds a blocker for every opened, and removes one for every closed', async () => {
    const { page, window, connect } = await load();
    connect();
    page.INSTEAD.requestPay({ request_cb: () => {} });
    const receive = page.onmessage as unknown as (event: { data: unknown }) => void;
    receive({ data: { result: 'opened' } });
    receive({ data: { result: 'opened' } });
    receive({ data: { result: 'closed' } });
    const blockers = window.document.querySelectorAll('#blocker');
    expect(blockers).toHaveLength(1);
    expect(blockers[0]!.textContent).toBe('요청 진행중');
    expect(blockers[0]!.getAttribute('style')).toContain('z-index:99999');
  });

  it('7: replaces Element.remove() with one that throws on a detached element, and adds remove() to lists', async () => {
    const { window } = await load();
    const { document } = window;
    expect(() => document.createElement('p').remove()).toThrow();
    expect(Object.keys(window.NodeList.prototype)).toContain('remove');
    expect(Object.keys(window.HTMLCollection.prototype)).toContain('remove');
  });

  it('8: throws for every message when request_cb is omitted', async () => {
    const { page, connect } = await load();
    connect();
    page.INSTEAD.requestPay({});
    const receive = page.onmessage as unknown as (event: { data: unknown }) => void;
    expect(() => receive({ data: { result: 'success', method: 'kakao' } })).toThrow();
  });
});

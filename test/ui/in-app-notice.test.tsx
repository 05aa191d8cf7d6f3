import { act, screen } from '@testing-library/react';
import axe from 'axe-core';
import { PayButton, type PayLabels } from 'react-instead-pay';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InsteadError, type InsteadErrorCode } from '../../src/errors.ts';
import { label } from '../../src/ui/labels.ts';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';
import { en, ko } from 'react-instead-pay/locales';

const KAKAO =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 KAKAOTALK 10.3.1';
const NAVER =
  'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Version/16.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1010; 12)';

const visitWith = (userAgent: string) => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
const line = () => document.querySelector('[data-instead="in-app-notice"]');
const button = () => screen.getByRole('button', { name: '결제를 부탁해' });
const shown = (props: { labels?: PayLabels } = {}) => <PayButton request={makeRequest()} overlay={false} {...props} />;

async function click(name = '결제를 부탁해') {
  await act(async () => {
    screen.getByRole('button', { name }).click();
    await settled();
  });
}

/** Replaces the page's clipboard. jsdom has none. */
let writeText: (text: string) => Promise<void>;
beforeEach(() => Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => ({ writeText }) }));
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'clipboard');
  history.replaceState(null, '', '/');
});

test('renders nothing in an ordinary browser and in jsdom', () => {
  renderWith(shown());
  expect(line()).toBeNull();
});

describe('in KakaoTalk', () => {
  beforeEach(() => void visitWith(KAKAO));

  test('the button warns before the click that the popup may not open, and links to a browser', () => {
    history.replaceState(null, '', '/cart?a=1&b=2#sum');
    renderWith(shown());
    expect(line()).toHaveTextContent('이 앱에서는 결제 요청 창이 안 열릴 수 있어요. 다른 브라우저로 열기');
    const address = encodeURIComponent('http://localhost:3000/cart?a=1&b=2#sum');
    expect(screen.getByRole('link')).toHaveAttribute('href', `kakaotalk://web/openExternal?url=${address}`);
  });

  test('the link opens the address that the page has when it is clicked', () => {
    renderWith(shown());
    history.replaceState(null, '', '/cart/step-2');
    const link = screen.getByRole('link');
    link.addEventListener('click', (event) => event.preventDefault());
    link.click();
    expect(link.getAttribute('href')).toContain(encodeURIComponent('/cart/step-2'));
  });

  test('a click pays all the same', async () => {
    const { adapter } = renderWith(shown());
    await click();
    expect(adapter.popups).toHaveLength(1);
    expect(button()).toHaveAttribute('data-status', 'requesting');
  });

  test.each<InsteadErrorCode>(['popup_blocked', 'popup_lost'])('the notice is rendered next to %s', async (code) => {
    const { adapter } = renderWith(shown());
    adapter.isBlocked = code === 'popup_blocked';
    await click();
    if (code === 'popup_lost') {
      await act(async () => adapter.popup.report({ status: 'failed', error: new InsteadError(code) }));
    }
    expect(button()).toHaveAttribute('data-code', code);
    expect(screen.getByRole('link', { name: '다른 브라우저로 열기' })).toBeVisible();
  });

  test('the notice is hidden once the request is sent, and its place is kept', async () => {
    const { adapter } = renderWith(shown());
    await click();
    expect(line()).not.toBeNull();
    expect(line()).toBeVisible();
    await act(async () => adapter.popup.report({ status: 'sent', method: 'kakao' }));
    expect(line()).not.toBeVisible();
  });

  test('the notice is rendered in English and with the shop’s labels', () => {
    const { rerender } = renderWith(shown(), { locale: en });
    expect(line()).toHaveTextContent('The request window may not open in this app. Open in another browser');
    rerender(shown({ labels: { inAppNotice: '창이 안 떠요?', openInBrowser: '나가기' } }));
    expect(line()).toHaveTextContent('창이 안 떠요? 나가기');
  });

  test('axe finds no violation', async () => {
    const { container } = renderWith(shown());
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations).toEqual([]);
  });
});

describe('in an app without a link to the browser', () => {
  beforeEach(() => void visitWith(NAVER));

  test('a click copies the current address of the page, and announces it', async () => {
    const copied: string[] = [];
    writeText = async (text) => void copied.push(text);
    renderWith(shown());
    history.replaceState(null, '', '/cart');
    expect(screen.queryByRole('link')).toBeNull();
    await click('주소 복사');
    expect(copied).toEqual(['http://localhost:3000/cart']);
    expect(line()).toHaveTextContent(/복사했어요$/);
    expect(line()).toHaveAttribute('aria-live', 'polite');
  });

  test.each([
    ['refuses', () => Promise.reject(new DOMException('', 'NotAllowedError'))],
    ['never answers', () => new Promise<void>(() => {})],
    [
      'throws',
      () => {
        throw new Error('patched');
      },
    ],
  ])('a clipboard that %s leaves the address to be copied by hand', async (_, clipboard) => {
    writeText = clipboard;
    renderWith(shown());
    await click('주소 복사');
    expect(line()).toHaveTextContent(/http:\/\/localhost:3000\/$/);
  });

  test('a page without a clipboard leaves the address to be copied by hand', async () => {
    Reflect.deleteProperty(navigator, 'clipboard');
    renderWith(shown());
    await click('주소 복사');
    expect(line()).toHaveTextContent(/http:\/\/localhost:3000\/$/);
  });

  test('copying does not submit the form around the button, and pays nothing', async () => {
    writeText = async () => {};
    const onSubmit = vi.fn();
    const { adapter } = renderWith(<form onSubmit={onSubmit}>{shown()}</form>);
    await click('주소 복사');
    expect(onSubmit).not.toHaveBeenCalled();
    expect(adapter.popups).toEqual([]);
  });

  test('the notice is rendered in English and with the shop’s labels', async () => {
    writeText = async () => {};
    const { rerender } = renderWith(shown(), { locale: en });
    await click('Copy the address');
    expect(line()).toHaveTextContent(/Copied$/);
    rerender(shown({ labels: { copyLink: '복사!', linkCopied: '됐어요' } }));
    await click('복사!');
    expect(line()).toHaveTextContent(/됐어요$/);
  });

  test('axe finds no violation before and after copying', async () => {
    writeText = async () => {};
    const { container } = renderWith(shown());
    const run = () => axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect((await run()).violations).toEqual([]);
    await click('주소 복사');
    expect((await run()).violations).toEqual([]);
  });
});

test('a button renders only once in an ordinary browser', () => {
  const renders = vi.fn(() => null);
  renderWith(<PayButton request={makeRequest()}>{renders}</PayButton>);
  expect(renders).toHaveBeenCalledTimes(1);
});

test.each(['inAppNotice', 'openInBrowser', 'copyLink', 'linkCopied'] as const)(
  '%s has a label in both languages',
  (key) => {
    expect(label(key, ko).children).toMatch(/^[가-힣 ]+\.?$/);
    expect(label(key, en).children).toMatch(/^[A-Z][a-z ]+\.?$/);
  },
);

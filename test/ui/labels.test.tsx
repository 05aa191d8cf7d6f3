import { act, screen } from '@testing-library/react';
import { PayButton, type InsteadErrorCode, type PayOutcome, type PayStatus } from 'react-instead-pay';
import { describe, expect, test } from 'vitest';
import { InsteadError } from '../../src/errors.ts';
import type { PayState } from '../../src/payment/state.ts';
import { label, longestStatus, statusText, type PayLabels } from '../../src/ui/labels.ts';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';
import { en, ja, ko, zhCN } from 'react-instead-pay/locales';

const states = {
  idle: { status: 'idle' },
  preparing: { status: 'preparing' },
  requesting: { status: 'requesting', merchantUid: 'a' },
  open: { status: 'open', merchantUid: 'a' },
  sent: { status: 'sent', merchantUid: 'a', method: 'link' },
  cancelled: { status: 'cancelled', reason: 'user_cancelled' },
} satisfies Record<Exclude<PayStatus, 'failed'>, PayState>;

const messages = {
  idle: { ko: '', en: '' },
  preparing: { ko: '요청을 준비하고 있어요', en: 'Getting your request ready' },
  requesting: { ko: '요청을 준비하고 있어요', en: 'Getting your request ready' },
  open: { ko: '결제 요청 창이 열려 있어요', en: 'The request window is open' },
  sent: { ko: '결제를 부탁했어요', en: 'Your friend has been asked to pay' },
  cancelled: { ko: '요청을 취소했어요', en: 'The request was cancelled' },
} satisfies Record<keyof typeof states, { ko: string; en: string }>;

const codes = Object.keys({
  sdk_load_failed: 0,
  token_failed: 0,
  session_failed: 0,
  popup_blocked: 0,
  popup_lost: 0,
  invalid_request: 0,
  order_failed: 0,
  already_paying: 0,
  no_provider: 0,
  disposed: 0,
  invalid_webhook: 0,
} satisfies Record<InsteadErrorCode, 0>) as InsteadErrorCode[];

const failed = (code: InsteadErrorCode): PayOutcome => ({ status: 'failed', error: new InsteadError(code) });

const scripts = {
  ko: /^[가-힣 .]+$/,
  en: /^[A-Z][A-Za-z ,.]+$/,
  ja: /^[\p{scx=Hira}\p{scx=Kana}\p{scx=Han}]+$/u,
  'zh-CN': /^[\p{sc=Han}，。]+$/u,
};

describe.each([ko, en, ja, zhCN])('in $lang', (words) => {
  const { lang } = words;
  const isOurs = lang === 'ko' || lang === 'en';
  const all = () => [...Object.values(states), ...codes.map(failed)].map((state) => statusText(state, words).children);

  test.each(Object.values(states))('$status has a message, with its language', (state) => {
    const { children, lang: shown } = statusText(state, words);
    expect(shown).toBe(state.status === 'idle' ? undefined : lang);
    if (isOurs) expect(children).toBe(messages[state.status][lang]);
    else expect(children === '').toBe(state.status === 'idle');
  });

  test.each(codes)('%s has a message in the shopper’s words, without code or jargon', (code) => {
    const sentence = statusText(failed(code), words).children;
    expect(sentence).toMatch(/[.。]$/);
    expect(sentence).toMatch(scripts[lang as keyof typeof scripts]);
    expect(sentence).not.toMatch(/script|token|API|paid/i);
  });

  test('popup_closed has another message than a cancellation by the shopper', () => {
    const closed = { status: 'cancelled', reason: 'popup_closed' } as const;
    expect(statusText(closed, words).children).toBe(words.popupClosed);
    expect(words.popupClosed).not.toBe(words.cancelled);
    expect(statusText(closed, words, { cancelled: '내 말' })).toEqual({ children: '내 말' });
  });

  test('no message claims a payment', () => {
    expect(all().join('\n')).not.toMatch(/결제 ?(완료|했|됐)|\bpaid\b|success|支払い完了|付款成功|已付款/i);
  });

  test('the longest message is the one whose place is kept', () => {
    const lengths = all().map((text) => text.length);
    expect(longestStatus(words)).toHaveLength(Math.max(...lengths, words.openInTab.length));
    expect(longestStatus(words, { errors: { token_failed: '가'.repeat(99) } })).toHaveLength(99);
    expect(longestStatus(words, { failed: '가'.repeat(98) })).toHaveLength(98);
  });

  test('a popup that cannot be brought to the front is said to be in another tab, while it is open', () => {
    expect(statusText({ status: 'open', merchantUid: 'o' }, words, {}, true).children).toBe(words.openInTab);
    expect(statusText({ status: 'cancelled', reason: 'aborted' }, words, {}, true).children).toBe(words.cancelled);
  });
});

describe('labels', () => {
  test.each(Object.keys(states) as (keyof typeof states)[])('replace the message of %s', (status) => {
    const label = statusText(states[status], ko, { [status]: '내 말' }).children;
    // The label for idle is on the button; the status line stays empty.
    expect(label).toBe(status === 'idle' ? '' : '내 말');
    expect(statusText(states[status], ko, {}).children).toBe(messages[status].ko);
  });

  test.each(codes)('replace the message of %s, or of every failure at once', (code) => {
    const labels: PayLabels = { failed: '안 됐어요', errors: { [code]: '내 말' } };
    expect(statusText(failed(code), ko, labels).children).toBe('내 말');
    expect(statusText(failed(code), ko, { failed: '안 됐어요' }).children).toBe('안 됐어요');
  });

  test.each(['idle', 'showPopup', 'cancel'] as const)('replace the label of the button: %s', (key) => {
    expect(label(key, ko, { [key]: '내 말' }).children).toBe('내 말');
    expect(label(key, ko).children).toMatch(/^[가-힣 ]+$/);
    expect(label(key, en).children).toMatch(/^[A-Z][a-z ]+$/);
  });
});

describe('the status line', () => {
  test('is rendered, empty and polite, before a payment starts', () => {
    renderWith(<PayButton request={makeRequest()} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  test.each([
    {
      locale: 'ko',
      button: '결제를 부탁해',
      output: messages,
      blocked: '팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.',
    },
    {
      locale: 'en',
      button: 'Ask a friend to pay',
      output: messages,
      blocked: 'The popup was blocked. Please allow popups and try again.',
    },
  ] as const)(
    'announces each step in $locale, always in the same element',
    async ({ locale, button, output, blocked }) => {
      let order!: (request: ReturnType<typeof makeRequest>) => void;
      const request = () => new Promise<ReturnType<typeof makeRequest>>((resolve) => (order = resolve));
      const { adapter } = renderWith(<PayButton request={request} overlay={false} />, {
        locale: { ko, en }[locale],
      });
      const status = screen.getByRole('status');
      const click = () => act(async () => screen.getByRole('button', { name: button }).click());

      await click();
      expect(status).toHaveTextContent(output.preparing[locale]);
      await act(async () => {
        order(makeRequest());
        await settled();
      });
      expect(status).toHaveTextContent(output.requesting[locale]);
      act(() => adapter.popup.report({ status: 'open' }));
      expect(status).toHaveTextContent(output.open[locale]);
      await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
      expect(status).toHaveTextContent(output.sent[locale]);
      await click();
      await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
      expect(status).toHaveTextContent(output.cancelled[locale]);
      adapter.isBlocked = true;
      await click();
      expect(status).toHaveTextContent(blocked);
      expect(screen.getByRole('status')).toBe(status);
    },
  );

  test('changes its language while a payment is in progress', async () => {
    const ui = <PayButton request={makeRequest()} overlay={false} />;
    const { adapter, rerender } = renderWith(ui);
    await act(async () => screen.getByRole('button').click());
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    rerender(ui, { locale: en });
    expect(screen.getByRole('status')).toHaveTextContent('The request was cancelled');
    expect(screen.getByRole('button')).toHaveTextContent('Ask a friend to pay');
  });

  test('shows the shop’s labels', async () => {
    const labels = { idle: '쏘기', errors: { popup_blocked: '창이 막혔네요' } };
    const { adapter } = renderWith(<PayButton request={makeRequest()} labels={labels} />);
    adapter.isBlocked = true;
    await act(async () => screen.getByRole('button', { name: '쏘기' }).click());
    expect(screen.getByRole('status')).toHaveTextContent('창이 막혔네요');
  });
});

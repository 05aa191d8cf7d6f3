import { act, screen, waitFor } from '@testing-library/react';
import { PayButton, PayDeadline, PayOverlay, useInsteadPay } from 'react-instead-pay';
import { en } from 'react-instead-pay/locales';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

const getButton = () => screen.getByRole('button', { name: '결제를 부탁해', hidden: true });
const click = (element = getButton()) =>
  act(async () => {
    element.click();
    await settled();
  });

/** What the live regions of the page announce from now on: each text that is added to one. */
function listen() {
  const announced: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      const changed = type === 'characterData' ? [target] : [...addedNodes];
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role="status"], [aria-live]');
      if (region) announced.push(...changed.map((node) => node.textContent ?? ''));
    }
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return announced;
}

describe('the status line of a PayButton', () => {
  test('announces the same failure again when the button is clicked again', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    adapter.isBlocked = true;
    const announced = listen();
    await click();
    await click();
    await click();
    expect(announced).toEqual(Array(3).fill('팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.'));
  });

  test('is not announced again when the page renders', async () => {
    const ui = <PayButton request={makeRequest()} />;
    const { adapter, rerender } = renderWith(ui);
    adapter.isBlocked = true;
    await click();
    const announced = listen();
    rerender(<PayButton request={makeRequest()} className="new" />);
    await act(settled);
    expect(announced).toEqual([]);
  });

  test('describes the button once the payment has settled, after the shop’s own description', async () => {
    const { adapter } = renderWith(
      <>
        <p id="hint">배송비 포함</p>
        <PayButton request={makeRequest()} overlay={false} aria-describedby="hint" />
      </>,
    );
    expect(getButton()).toHaveAccessibleDescription('배송비 포함');
    await click();
    expect(getButton()).toHaveAccessibleDescription('배송비 포함');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'kakao' }));
    expect(getButton()).toHaveAccessibleDescription('배송비 포함 결제를 부탁했어요');
  });

  test('describes the button where the line is hidden or elsewhere, too', async () => {
    const place = document.body.appendChild(document.createElement('div'));
    for (const statusLine of [false, place]) {
      const { adapter, unmount } = renderWith(
        <PayButton request={makeRequest()} overlay={false} statusLine={statusLine} />,
      );
      adapter.isBlocked = true;
      await click();
      expect(getButton()).toHaveAccessibleDescription(/^팝업이 차단됐어요/);
      unmount();
    }
    place.remove();
  });
});

describe('the overlay, after the button that brings the popup to the front', () => {
  afterEach(() => vi.restoreAllMocks());
  const title = () => screen.getByRole('dialog').querySelector('p');

  test('shows that the popup is in another tab where the page keeps the focus, as on a phone', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await click();
    act(() => adapter.popup.report({ status: 'open' }));
    const announced = listen();
    await click(screen.getByText('요청 창 다시 보기'));
    await waitFor(() => expect(title()).toHaveTextContent('다른 탭에 열려 있어요'));
    expect(announced).toEqual(['다른 탭에 열려 있어요']);
    // The next payment starts without it.
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'popup_closed' }));
    await click();
    act(() => adapter.popup.report({ status: 'open' }));
    expect(title()).toHaveTextContent('결제 요청 창이 열려 있어요');
  });

  test('keeps its text where the popup has taken the focus', async () => {
    const hasFocus = vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await click();
    act(() => adapter.popup.report({ status: 'open' }));
    await click(screen.getByText('요청 창 다시 보기'));
    await waitFor(() => expect(hasFocus).toHaveBeenCalled());
    expect(title()).toHaveTextContent('결제 요청 창이 열려 있어요');
  });
});

describe('the language', () => {
  test('is set on the texts of the locale, and on no other', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />, { locale: en });
    const button = screen.getByRole('button');
    expect(button).toHaveAttribute('lang', 'en');
    await click(button);
    expect(screen.getByText('Getting your request ready', { selector: 'p' })).toHaveAttribute('lang', 'en');
    expect(screen.getByText('Cancel request')).toHaveAttribute('lang', 'en');
    expect(screen.getByRole('dialog')).not.toHaveAttribute('lang');
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    expect(screen.getByText('The request was cancelled')).toHaveAttribute('lang', 'en');
  });

  test('is left to the shop where children or labels are its own', async () => {
    const labels = { cancelled: 'Stopped', showPopup: 'Bring it back', cancel: 'Stop now', requesting: 'One moment' };
    const { adapter } = renderWith(
      <PayButton request={makeRequest()} labels={labels}>
        Ask
      </PayButton>,
    );
    const button = screen.getByRole('button');
    expect(button).not.toHaveAttribute('lang');
    await click(button);
    for (const text of ['Bring it back', 'Stop now', 'One moment']) {
      for (const element of screen.getAllByText(text)) expect(element).not.toHaveAttribute('lang');
    }
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    expect(screen.getByText('Stopped')).not.toHaveAttribute('lang');
  });

  test('of a button whose shop sets lang is the shop’s', () => {
    renderWith(<PayButton request={makeRequest()} lang="fr" />);
    expect(getButton()).toHaveAttribute('lang', 'fr');
  });

  test('is on the time that is left, and not on what the shop renders in its place', () => {
    const expiresAt = Date.now() + 3_600_000;
    const { container, rerender } = renderWith(<PayDeadline expiresAt={expiresAt} />);
    const time = () => container.querySelector('time')!;
    expect(time()).toHaveAttribute('lang', 'ko');
    rerender(<PayDeadline expiresAt={expiresAt}>{() => 'soon'}</PayDeadline>);
    expect(time()).not.toHaveAttribute('lang');
  });
});

function OwnButton() {
  const { pay } = useInsteadPay();
  return <button onClick={() => void pay(makeRequest())}>부탁하기</button>;
}

describe('PayOverlay', () => {
  test('announces the outcome for a button of the shop’s own, in a region that was there before', async () => {
    const { adapter } = renderWith(
      <>
        <OwnButton />
        <PayOverlay />
      </>,
    );
    const region = screen.getByRole('status');
    expect(region).toBeEmptyDOMElement();
    await click(screen.getByText('부탁하기'));
    expect(region).toBeEmptyDOMElement();
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'popup_closed' }));
    expect(region).toHaveTextContent('요청 창이 닫혔어요');
  });

  test('leaves the outcome of a PayButton to its status line', async () => {
    const { adapter } = renderWith(
      <>
        <PayButton request={makeRequest()} overlay={false} />
        <PayOverlay />
      </>,
    );
    const announced = listen();
    await click();
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'popup_closed' }));
    expect(announced.filter((text) => text === '요청 창이 닫혔어요')).toHaveLength(1);
  });

  test('announces the outcome of a payment whose PayButton has gone', async () => {
    const page = (isThere: boolean) => (
      <>
        {isThere && <PayButton request={makeRequest()} overlay={false} />}
        <PayOverlay />
      </>
    );
    const { adapter, rerender } = renderWith(page(true));
    await click();
    await act(async () => rerender(page(false)));
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getByRole('status')).toHaveTextContent('결제를 부탁했어요');
  });

  test('gives the focus to <main> where there is no button, and leaves no attribute on it', async () => {
    const page = (isThere: boolean) => (
      <main>
        {isThere && <OwnButton />}
        <PayOverlay />
        <a href="/next">다음</a>
      </main>
    );
    const { adapter, rerender } = renderWith(page(true));
    await click(screen.getByText('부탁하기'));
    await act(async () => rerender(page(false)));
    const main = screen.getByRole('main', { hidden: true });
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(main).toHaveFocus();
    act(() => screen.getByText('다음').focus());
    expect(main).not.toHaveAttribute('tabindex');
  });

  test('gives the focus to a PayButton that is there, and does not take it from another element', async () => {
    const { adapter } = renderWith(
      <main>
        <OwnButton />
        <input aria-label="메모" />
        <PayOverlay />
        <PayButton request={makeRequest({ merchantUid: 'order-2' })} />
      </main>,
    );
    await click(screen.getByText('부탁하기'));
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(getButton()).toHaveFocus();
    act(() => screen.getByLabelText('메모').focus());
    await click(screen.getByText('부탁하기'));
    act(() => screen.getByLabelText('메모').focus());
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getByLabelText('메모')).toHaveFocus();
  });
});

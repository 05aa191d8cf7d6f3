import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { InsteadProvider, PayButton, PayOverlay } from 'react-instead-pay';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPayRef, Payer, renderWith } from '../react/support.tsx';
import { polyfillDialog } from '../support/polyfill-dialog.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { Activity } from '../support/react-activity.ts';
import { settled } from '../support/settled.ts';
import { en } from 'react-instead-pay/locales';

const getButton = () => screen.getByText('결제를 부탁해');
const findDialog = () => document.querySelector('dialog');

async function click() {
  await act(async () => {
    getButton().click();
    await settled();
  });
}

/** A key or an assistive technology: the overlay ignores a pointer in its first moment. */
const clickInOverlay = (name: string) => act(async () => screen.getByRole('button', { name }).click());

/** Waits until the `close` events of dialogs, which are queued, have been dispatched: this one is queued after them. */
const waitUntilCalled = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

describe.each(['with dialog methods', 'without dialog methods'])('%s', (environment) => {
  let removePolyfill = () => {};
  beforeEach(() => {
    if (environment === 'with dialog methods') removePolyfill = polyfillDialog();
  });
  afterEach(() => {
    removePolyfill();
    removePolyfill = () => {};
  });

  test('is shown exactly while the popup is open', async () => {
    const { adapter } = renderWith(<PayButton request={() => new Promise(() => {})} />);
    expect(findDialog()).toBeNull();
    await click();
    expect(screen.getByRole('dialog', { name: '요청을 준비하고 있어요' })).toBeVisible();
    await act(async () =>
      adapter.popup.report({ status: 'failed', error: Object.assign(new Error(), { code: 'disposed' }) as never }),
    );
    expect(findDialog()).toBeNull();
  });

  test('stays one dialog from preparing to open, and closes when the payment settles', async () => {
    let order!: (request: ReturnType<typeof makeRequest>) => void;
    const { adapter } = renderWith(<PayButton request={() => new Promise((resolve) => (order = resolve))} />);
    await click();
    const dialog = findDialog();
    await act(async () => {
      order(makeRequest());
      await settled();
    });
    expect(dialog).toHaveAccessibleName('요청을 준비하고 있어요');
    act(() => adapter.popup.report({ status: 'open' }));
    expect(dialog).toHaveAccessibleName('결제 요청 창이 열려 있어요');
    expect(findDialog()).toBe(dialog);
    expect(dialog).toHaveProperty('open', true);
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(findDialog()).toBeNull();
    await waitUntilCalled();
    expect(adapter.popup.calls).toEqual(['request', 'release']);
  });

  test.each(['cancelled', 'failed'])('closes when the payment has %s', async (end) => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await click();
    await act(async () => {
      if (end === 'cancelled') adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' });
      else
        adapter.popup.report({
          status: 'failed',
          error: Object.assign(new Error(), { code: 'session_failed' }) as never,
        });
    });
    expect(getButton()).toHaveAttribute('data-status', end);
    expect(findDialog()).toBeNull();
  });

  test('is never shown for an invalid request', async () => {
    renderWith(<PayButton request={makeRequest({ totalAmt: 0 })} />);
    await click();
    expect(getButton()).toHaveAttribute('data-code', 'invalid_request');
    expect(findDialog()).toBeNull();
  });

  test('cancels the payment on Escape', async () => {
    const onCancelled = vi.fn();
    const { adapter } = renderWith(<PayButton request={makeRequest()} onCancelled={onCancelled} />);
    await click();
    const escape = new Event('cancel', { cancelable: true });
    await act(async () => void findDialog()?.dispatchEvent(escape));
    expect(escape.defaultPrevented).toBe(true);
    expect(findDialog()).toBeNull();
    expect(adapter.popup.calls).toEqual(['request', 'close']);
    expect(onCancelled.mock.calls).toEqual([[{ status: 'cancelled', merchantUid: 'order-1', reason: 'aborted' }]]);
  });

  test('cancels the payment when a browser closes it without a cancel event', async () => {
    renderWith(<PayButton request={makeRequest()} />);
    await click();
    const dialog = findDialog()!;
    await act(async () => {
      dialog.removeAttribute('open');
      dialog.dispatchEvent(new Event('close'));
    });
    expect(getButton()).toHaveAttribute('data-reason', 'aborted');
  });

  test('focuses the popup and cancels by its buttons', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await click();
    await clickInOverlay('요청 창 다시 보기');
    expect(adapter.popup.calls).toEqual(['request', 'focus']);
    await clickInOverlay('요청 취소');
    expect(adapter.popup.calls).toEqual(['request', 'focus', 'close']);
    expect(getButton()).toHaveAttribute('data-reason', 'aborted');
  });

  test('focuses the popup on a click beside it, and ignores a click on its text', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await click();
    fireEvent.click(findDialog()!.querySelector('p')!);
    expect(adapter.popup.calls).toEqual(['request']);
    fireEvent.click(findDialog()!);
    expect(adapter.popup.calls).toEqual(['request', 'focus']);
  });

  test('does not pass its clicks on to the card around the button', async () => {
    const onClick = vi.fn();
    renderWith(
      <div onClick={onClick}>
        <PayButton request={makeRequest()} />
      </div>,
    );
    await click();
    expect(onClick).toHaveBeenCalledOnce();
    await clickInOverlay('요청 창 다시 보기');
    await clickInOverlay('요청 취소');
    expect(onClick).toHaveBeenCalledOnce();
  });

  test('is shown twice in Strict Mode and cancels nothing', async () => {
    const adapter = createManualAdapter();
    render(
      <StrictMode>
        <InsteadProvider adapter={adapter} sandbox>
          <PayButton request={makeRequest()} />
        </InsteadProvider>
      </StrictMode>,
    );
    await click();
    await waitUntilCalled();
    expect(findDialog()).toHaveProperty('open', true);
    expect(getButton()).toHaveAttribute('data-status', 'requesting');
    expect(adapter.popup.calls).toEqual(['request']);
  });

  const disappearances = Activity ? ['unmounts', 'is hidden by React'] : ['unmounts'];
  test.each(disappearances)('does not cancel when a subtree %s while it is shown', async (how) => {
    const adapter = createManualAdapter();
    const page = (isThere: boolean, children: ReactNode = <PayButton request={makeRequest()} />) => (
      <InsteadProvider adapter={adapter} sandbox>
        {Activity && how === 'is hidden by React' ? (
          <Activity mode={isThere ? 'visible' : 'hidden'}>{children}</Activity>
        ) : (
          isThere && children
        )}
      </InsteadProvider>
    );
    const { rerender } = render(page(true));
    await click();
    rerender(page(false));
    await waitUntilCalled();
    expect(adapter.popup.calls).toEqual(['request']);

    rerender(page(true));
    await waitUntilCalled();
    expect(adapter.popup.calls).toEqual(['request']);
    if (how === 'is hidden by React') expect(findDialog()).toHaveProperty('open', true);
  });

  test('returns the focus to the button when it closes', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />);
    await userEvent.click(getButton());
    screen.getByRole('button', { name: '요청 창 다시 보기' }).focus();
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(getButton()).toHaveFocus();
  });
});

test('is not rendered with overlay={false}', async () => {
  renderWith(<PayButton request={makeRequest()} overlay={false} />);
  await click();
  expect(getButton()).toHaveAttribute('data-status', 'requesting');
  expect(findDialog()).toBeNull();
});

test('is not shown for another button’s payment', async () => {
  renderWith([
    <PayButton key="1" request={makeRequest()} />,
    <PayButton key="2" request={makeRequest()}>
      다른 버튼
    </PayButton>,
  ]);
  await click();
  expect(document.querySelectorAll('dialog')).toHaveLength(1);
});

describe('PayOverlay by itself', () => {
  test('is shown for any payment: focuses its popup and cancels it', async () => {
    const pay = createPayRef();
    const { adapter } = renderWith([<Payer key="p" pay={pay} />, <PayOverlay key="o" />]);
    expect(findDialog()).toBeNull();
    await act(async () => {
      void pay.current?.pay(makeRequest());
      await settled();
    });
    expect(screen.getByRole('dialog')).toHaveAttribute('data-status', 'requesting');
    await clickInOverlay('요청 창 다시 보기');
    await clickInOverlay('요청 취소');
    expect(adapter.popup.calls).toEqual(['request', 'focus', 'close']);
    expect(pay.current?.state).toMatchObject({ status: 'cancelled', reason: 'aborted' });
    expect(findDialog()).toBeNull();
  });

  test('is shown for a payment that was open when the page was reloaded', () => {
    renderWith(<PayOverlay />, { adapter: createManualAdapter({ resumableOrder: 'order-9' }) });
    expect(screen.getByRole('dialog', { name: '결제 요청 창이 열려 있어요' })).toBeVisible();
  });

  test('is rendered in English and with the shop’s labels', () => {
    const labels = { open: '창이 열렸어요', cancel: '그만' };
    const { rerender } = renderWith(<PayOverlay />, {
      adapter: createManualAdapter({ resumableOrder: 'order-9' }),
      locale: en,
    });
    const names = () => screen.getAllByRole('button').map((button) => button.textContent);
    expect(screen.getByRole('dialog', { name: 'The request window is open' })).toBeVisible();
    expect(names()).toEqual(['Show the request window', 'Cancel request']);
    rerender(<PayOverlay labels={labels} />);
    expect(screen.getByRole('dialog', { name: '창이 열렸어요' })).toBeVisible();
    expect(names()).toEqual(['Show the request window', '그만']);
  });
});

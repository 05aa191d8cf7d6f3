import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState, version, type Ref } from 'react';
import { PayButton, type PayButtonProps } from 'react-instead-pay';
import { describe, expect, test, vi } from 'vitest';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

const getButton = () => screen.getByRole('button', { name: '결제를 부탁해' });

/** A button whose overlay does not cover it, and a click on it. */
function renderButton(props: Partial<PayButtonProps> & { ref?: Ref<HTMLButtonElement> } = {}) {
  return renderWith(<PayButton request={makeRequest()} overlay={false} {...props} />);
}

async function click(button = getButton()) {
  await act(async () => {
    button.click();
    await settled();
  });
}

describe('a native button', () => {
  test('has the type button and the label 결제를 부탁해, and accepts another type', () => {
    const { rerender } = renderButton();
    expect(getButton()).toHaveProperty('type', 'button');
    rerender(<PayButton request={makeRequest()} type="submit" />);
    expect(getButton()).toHaveProperty('type', 'submit');
  });

  test('passes every prop of a button on', () => {
    const handlers = { onMouseDown: vi.fn(), onKeyDown: vi.fn(), onBlur: vi.fn() };
    renderButton({
      id: 'pay',
      className: 'a b',
      style: { color: 'red' },
      title: '제목',
      name: 'ask',
      value: 'x',
      tabIndex: 3,
      'aria-describedby': 'hint',
      ...({ 'data-testid': 'own' } as object),
      ...handlers,
    });
    const button = getButton();
    expect(button).toHaveProperty('id', 'pay');
    expect(button).toHaveProperty('className', 'a b');
    expect(button).toHaveStyle({ color: 'rgb(255, 0, 0)' });
    for (const [name, value] of Object.entries({ title: '제목', name: 'ask', value: 'x', tabindex: '3' })) {
      expect(button).toHaveAttribute(name, value);
    }
    expect(button).toHaveAttribute('aria-describedby', 'hint');
    expect(screen.getByTestId('own')).toBe(button);
    fireEvent.mouseDown(button);
    fireEvent.keyDown(button);
    fireEvent.blur(button);
    for (const handler of Object.values(handlers)) expect(handler).toHaveBeenCalledOnce();
  });

  test('calls the shop’s own onPointerEnter and onFocus, too', async () => {
    const [onPointerEnter, onFocus] = [vi.fn(), vi.fn()];
    renderButton({ onPointerEnter, onFocus });
    await userEvent.hover(getButton());
    await userEvent.tab();
    expect(onPointerEnter).toHaveBeenCalledOnce();
    expect(onFocus).toHaveBeenCalledOnce();
  });

  test('passes its element to a ref object and to a ref function, and clears it on unmount', () => {
    const ref = createRef<HTMLButtonElement>();
    const first = renderButton({ ref });
    expect(ref.current).toBe(getButton());
    first.unmount();
    expect(ref.current).toBeNull();

    const given: (HTMLButtonElement | null)[] = [];
    const second = renderButton({ ref: (element) => void given.push(element) });
    expect(given).toEqual([getButton()]);
    second.unmount();
    expect(given.at(-1)).toBeNull();
  });

  const hasRefAsProp = !version.startsWith('18.');
  if (hasRefAsProp) {
    test('passes its element through a component that has ref as a prop, and runs the cleanup function of React 19', () => {
      const cleanUp = vi.fn();
      const MyButton = ({ ref }: { ref?: Ref<HTMLButtonElement> }) => <PayButton ref={ref} request={makeRequest()} />;
      const given = vi.fn(() => cleanUp);
      const { unmount } = renderWith(<MyButton ref={given} />);
      expect(given.mock.calls).toEqual([[getButton()]]);
      unmount();
      expect(cleanUp).toHaveBeenCalledOnce();
    });
  }

  test('does not submit the form around it', async () => {
    const onSubmit = vi.fn();
    const { adapter } = renderWith(
      <form onSubmit={onSubmit}>
        <PayButton request={makeRequest()} />
      </form>,
    );
    await userEvent.click(getButton());
    await userEvent.click(screen.getByRole('button', { name: '요청 취소' }));
    expect(adapter.popups).toHaveLength(1);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('does nothing when the shop has disabled it', async () => {
    const { adapter } = renderButton({ disabled: true });
    await userEvent.click(getButton());
    expect(adapter.popups).toEqual([]);
  });

  test('pays by keyboard', async () => {
    const { adapter } = renderButton();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(adapter.popups).toHaveLength(1);
  });
});

describe('paying', () => {
  test('calls onClick first, then pays', async () => {
    const onClick = vi.fn(() => expect(adapter.popups).toEqual([]));
    const { adapter } = renderButton({ onClick });
    await click();
    expect(onClick).toHaveBeenCalledOnce();
    expect(adapter.popups).toHaveLength(1);
  });

  test('does not pay when onClick prevents it', async () => {
    const { adapter } = renderButton({ onClick: (event) => event.preventDefault() });
    await click();
    expect(adapter.popups).toEqual([]);
    expect(getButton()).toHaveAttribute('data-status', 'idle');
  });

  test('opens the popup in the click', () => {
    const { adapter } = renderButton({ request: () => new Promise(() => {}) });
    act(() => {
      getButton().click();
      expect(adapter.popups).toHaveLength(1);
    });
  });

  test('is busy and never disabled while it pays, and a second click focuses the popup', async () => {
    const { adapter } = renderButton();
    expect(getButton()).not.toHaveAttribute('aria-busy');
    await click();
    expect(getButton()).toHaveAttribute('aria-busy', 'true');
    expect(getButton()).toBeEnabled();
    await click();
    expect(adapter.popup.calls).toEqual(['request', 'focus']);
    act(() => adapter.popup.report({ status: 'open' }));
    expect(getButton()).toHaveAttribute('aria-busy', 'true');
    expect(getButton()).toBeEnabled();
    await click();
    expect(adapter.popup.calls).toEqual(['request', 'focus', 'focus']);
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(getButton()).not.toHaveAttribute('aria-busy');
    expect(adapter.popups).toHaveLength(1);
  });

  test('focuses the popup on a second click, also when each request has a new order number', async () => {
    function Careless() {
      const [count, setCount] = useState(0);
      return (
        <PayButton
          request={makeRequest({ merchantUid: `order-${count}` })}
          onClick={() => setCount(count + 1)}
          overlay={false}
        />
      );
    }
    const { adapter } = renderWith(<Careless />);
    await click();
    await click();
    expect(getButton()).toHaveAttribute('data-status', 'requesting');
    expect(adapter.popups).toHaveLength(1);
    expect(adapter.popup.calls).toEqual(['request', 'focus']);
  });

  test('makes one payment for two clicks before React has rendered', async () => {
    const { adapter } = renderButton();
    await act(async () => {
      getButton().click();
      getButton().click();
      getButton().click();
      await settled();
    });
    expect(adapter.popups).toHaveLength(1);
    expect(adapter.popup.calls).toEqual(['focus', 'focus', 'request']);
  });

  test('pays again after a payment has settled', async () => {
    const { adapter } = renderButton();
    await click();
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    await click();
    expect(adapter.popups).toHaveLength(2);
    expect(getButton()).toHaveAttribute('data-status', 'requesting');
  });

  test('calls onSent, onCancelled and onFailed, and passes none of them to the element', async () => {
    const [onSent, onCancelled, onFailed] = [vi.fn(), vi.fn(), vi.fn()];
    const { adapter } = renderButton({ onSent, onCancelled, onFailed });
    await click();
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(onSent).toHaveBeenCalledExactlyOnceWith({ status: 'sent', merchantUid: 'order-1', method: 'link' });
    await click();
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'popup_closed' }));
    expect(onCancelled).toHaveBeenCalledExactlyOnceWith({
      status: 'cancelled',
      merchantUid: 'order-1',
      reason: 'popup_closed',
    });
    adapter.isBlocked = true;
    await click();
    expect(onFailed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ status: 'failed', error: expect.objectContaining({ code: 'popup_blocked' }) }),
    );
  });

  test('returns the focus to the button that was clicked without receiving it', async () => {
    const { adapter } = renderButton();
    await click();
    // As in Safari: a click leaves the focus on the body.
    expect(document.body).toHaveFocus();
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(getButton()).toHaveFocus();
  });

  test('does not take the focus from another element', async () => {
    const { adapter } = renderWith([<PayButton key="b" request={makeRequest()} overlay={false} />, <input key="i" />]);
    await click();
    screen.getByRole('textbox').focus();
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getByRole('textbox')).toHaveFocus();
  });
});

describe('children', () => {
  test('are rendered in the button unchanged', () => {
    renderButton({ children: <b>부탁하기</b> });
    expect(screen.getByRole('button', { name: '부탁하기' })).toBeVisible();
  });

  test('may be a function of the state', async () => {
    const { adapter } = renderButton({ children: (state) => `지금 ${state.status}` });
    await click(screen.getByRole('button', { name: '지금 idle' }));
    expect(screen.getByRole('button', { name: '지금 requesting' })).toBeVisible();
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    expect(screen.getByRole('button', { name: '지금 cancelled' })).toBeVisible();
  });
});

test('adds nothing to the head of the page', async () => {
  const before = document.head.innerHTML;
  const { adapter } = renderWith(<PayButton request={makeRequest()} />);
  await click();
  act(() => adapter.popup.report({ status: 'open' }));
  expect(document.head.innerHTML).toBe(before);
  await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
  expect(document.head.innerHTML).toBe(before);
  expect(document.querySelector('[style]')).toBeNull();
});

test('throws no_provider outside a provider', () => {
  expect(() => render(<PayButton request={makeRequest()} />)).toThrow(expect.objectContaining({ code: 'no_provider' }));
});

describe('the status line', () => {
  const line = () => screen.getByRole('status');

  test('is rendered into an element of the page, and is the live region there', async () => {
    const place = document.body.appendChild(document.createElement('footer'));
    renderWith(<PayButton request={makeRequest({ totalAmt: 0 })} statusLine={place} />);
    expect(place).toContainElement(line());
    const before = line();
    await click();
    expect(line()).toBe(before);
    expect(line()).toHaveTextContent('지금은 요청할 수 없어요. 판매자에게 문의해 주세요.');
    expect(line()).toHaveAttribute('data-status', 'failed');
    place.remove();
  });

  test.each([false, null])('is out of view and still announced with statusLine={%s}', async (statusLine) => {
    renderWith(<PayButton request={makeRequest({ totalAmt: 0 })} statusLine={statusLine} />);
    expect(line()).toHaveStyle({ position: 'absolute' });
    await click();
    expect(line()).toHaveTextContent('지금은 요청할 수 없어요. 판매자에게 문의해 주세요.');
    expect(line()).not.toHaveAttribute('hidden');
  });
});

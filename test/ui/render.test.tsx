import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, forwardRef, type ComponentPropsWithoutRef, type Ref } from 'react';
import { OrderStatus, PayButton, PayOverlay, type PayButtonProps } from 'react-instead-pay';
import { describe, expect, test, vi } from 'vitest';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

/** A button of a design system. */
const Fancy = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'> & { tone?: string }>(function Fancy(
  { tone = 'plain', children, ...props },
  ref,
) {
  return (
    <button data-tone={tone} {...props} ref={ref}>
      <b>{children}</b>
    </button>
  );
});

const renderButton = (props: Partial<PayButtonProps> & { ref?: Ref<HTMLButtonElement> }) =>
  renderWith(<PayButton request={makeRequest()} overlay={false} {...props} />);
const getButton = () => screen.getByRole('button', { name: '결제를 부탁해' });
const click = (element: HTMLElement) =>
  act(async () => {
    element.click();
    await settled();
  });

describe('the render prop of PayButton', () => {
  test('renders the shop’s element with the props of the button, its text and its state', async () => {
    const { adapter } = renderButton({ render: <Fancy tone="loud" />, id: 'pay', className: 'wide' });
    const button = getButton();
    expect(button).toHaveAttribute('data-tone', 'loud');
    expect(button).toHaveAttribute('data-instead', 'button');
    expect(button).toHaveAttribute('id', 'pay');
    expect(button).toHaveClass('wide');
    await click(button);
    expect(button).toHaveAttribute('aria-busy', 'true');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'kakao' }));
    expect(button).toHaveAttribute('data-status', 'sent');
    expect(button).toHaveAccessibleDescription('결제를 부탁했어요');
  });

  test('keeps the children of the shop’s element', () => {
    renderButton({ render: <Fancy>친구에게 부탁</Fancy> });
    expect(screen.getByRole('button')).toHaveAccessibleName('친구에게 부탁');
  });

  test('joins className and style, the component’s first', () => {
    renderButton({
      className: 'a',
      style: { color: 'red', top: 1 },
      render: <Fancy className="b" style={{ color: 'blue' }} />,
    });
    expect(getButton()).toHaveAttribute('class', 'a b');
    expect(getButton()).toHaveStyle({ color: 'rgb(0, 0, 255)', top: '1px' });
  });

  test('runs every handler, the shop’s first, and then pays', async () => {
    const order: string[] = [];
    const { adapter } = renderButton({
      onClick: () => order.push('prop'),
      render: <Fancy onClick={() => order.push('element')} onMouseDown={() => order.push('down')} />,
      onFocus: () => order.push('focus'),
    });
    await userEvent.click(getButton());
    expect(order).toEqual(['down', 'focus', 'element', 'prop']);
    expect(adapter.popups).toHaveLength(1);
  });

  test.each(['element', 'prop'] as const)('does not pay when the onClick of the %s prevents it', async (place) => {
    const onClick = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    const { adapter } = renderButton(
      place === 'element' ? { render: <Fancy onClick={onClick} /> } : { render: <Fancy />, onClick },
    );
    await click(getButton());
    expect(onClick).toHaveBeenCalledOnce();
    expect(adapter.popups).toEqual([]);
  });

  test('sets the ref of the element and that of the component, and clears both', () => {
    const [own, outer] = [createRef<HTMLButtonElement>(), vi.fn()];
    const { unmount } = renderButton({ ref: outer, render: <Fancy ref={own} /> });
    expect(own.current).toBe(getButton());
    expect(outer.mock.calls).toEqual([[getButton()]]);
    unmount();
    expect(own.current).toBeNull();
    expect(outer).toHaveBeenLastCalledWith(null);
  });

  test('keeps the element when it renders again', () => {
    const ui = () => <PayButton request={makeRequest()} render={<Fancy />} />;
    const { rerender } = renderWith(ui());
    const button = getButton();
    rerender(ui());
    expect(getButton()).toBe(button);
  });

  test('takes a function of the props and the state', async () => {
    const { adapter } = renderButton({
      render: (props, { status }) => <Fancy {...props} tone={status} />,
    });
    await click(getButton());
    expect(getButton()).toHaveAttribute('data-tone', 'requesting');
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    expect(getButton()).toHaveAttribute('data-tone', 'cancelled');
  });

  test('keeps a prop of the component that the element leaves undefined', () => {
    renderButton({ title: '부탁', render: <Fancy title={undefined} /> });
    expect(getButton()).toHaveAttribute('title', '부탁');
  });

  test('logs no error', () => {
    const error = vi.spyOn(console, 'error');
    renderButton({ ref: createRef(), render: <Fancy ref={createRef()} /> }).unmount();
    expect(error).not.toHaveBeenCalled();
    error.mockRestore();
  });
});

describe('the render props of the overlay', () => {
  test('replace its buttons, in PayButton and in PayOverlay', async () => {
    for (const page of [
      <PayButton
        key="1"
        request={makeRequest()}
        overlay={{ renderShowPopup: <Fancy tone="show" />, renderCancel: <Fancy tone="end" /> }}
      />,
      <div key="2">
        <PayButton request={makeRequest()} overlay={false} />
        <PayOverlay renderShowPopup={(props) => <Fancy {...props} tone="show" />} renderCancel={<Fancy tone="end" />} />
      </div>,
    ]) {
      const { adapter, unmount } = renderWith(page);
      await click(screen.getByRole('button', { name: '결제를 부탁해' }));
      expect(screen.getByText('요청 창 다시 보기').closest('button')).toHaveAttribute('data-tone', 'show');
      await click(screen.getByText('요청 창 다시 보기'));
      expect(adapter.popup.calls).toEqual(['request', 'focus']);
      await click(screen.getByText('요청 취소'));
      expect(screen.queryByRole('dialog')).toBeNull();
      unmount();
    }
  });

  test('call the onClick of the element first, which can prevent the cancellation', async () => {
    const onClick = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    renderWith(<PayButton request={makeRequest()} overlay={{ renderCancel: <Fancy onClick={onClick} /> }} />);
    await click(screen.getByRole('button'));
    await click(screen.getByText('요청 취소'));
    expect(onClick).toHaveBeenCalledOnce();
    expect(screen.getByRole('dialog')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(onClick).toHaveBeenCalledOnce();
  });
});

test('the render props of OrderStatus replace its element and its button', async () => {
  const fetchStatus = vi.fn(() => Promise.reject(new Error('down')));
  renderWith(
    <OrderStatus
      merchantUid="order-1"
      fetchStatus={fetchStatus}
      render={<section aria-label="주문" />}
      renderRefetch={<Fancy tone="again" />}
    />,
  );
  const button = await screen.findByRole('button', { name: '다시 확인하기' });
  expect(button).toHaveAttribute('data-tone', 'again');
  expect(screen.getByRole('region', { name: '주문' })).toHaveTextContent('결제를 기다리고 있어요');
  await click(button);
  expect(fetchStatus).toHaveBeenCalledTimes(2);
});

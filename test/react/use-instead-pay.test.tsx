import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode, useEffect, useState, type ReactNode } from 'react';
import { InsteadProvider, PayButton, useCurrentPayment, useInsteadPay } from 'react-instead-pay';
import { describe, expect, test, vi } from 'vitest';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { Activity } from '../support/react-activity.ts';
import { settled } from '../support/settled.ts';
import { createPayRef, Payer, renderWith } from './support.tsx';
import { en } from 'react-instead-pay/locales';

function Current() {
  const { status } = useCurrentPayment();
  return <output>{status}</output>;
}

/** Clicks the button and waits until every promise has settled. */
async function start(pay: ReturnType<typeof createPayRef>, merchantUid = 'order-1') {
  let outcome!: ReturnType<NonNullable<typeof pay.current>['pay']>;
  await act(async () => {
    outcome = pay.current!.pay(makeRequest({ merchantUid }));
    await settled();
  });
  return { outcome };
}

describe('useInsteadPay', () => {
  test('returns every state of the payment that it started', async () => {
    const pay = createPayRef();
    const { adapter } = renderWith(<Payer pay={pay} />);
    expect(pay.current?.state).toStrictEqual({ status: 'idle' });
    await start(pay);
    expect(pay.current?.state).toStrictEqual({ status: 'requesting', merchantUid: 'order-1' });
    act(() => adapter.popup.report({ status: 'open' }));
    expect(pay.current?.state).toStrictEqual({ status: 'open', merchantUid: 'order-1' });
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(pay.current?.state).toStrictEqual({ status: 'sent', merchantUid: 'order-1', method: 'link' });
    act(() => pay.current?.reset());
    expect(pay.current?.state).toStrictEqual({ status: 'idle' });
  });

  test('keeps pay, cancel, focus and reset from the first render to the last', async () => {
    const pay = createPayRef();
    const { adapter, rerender } = renderWith(<Payer pay={pay} />);
    const { state: before, ...first } = pay.current!;
    await start(pay);
    rerender(<Payer pay={pay} onSent={() => {}} />, { locale: en });
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    const { state: after, ...last } = pay.current!;
    expect(after).not.toBe(before);
    expect(Object.keys(last).sort()).toEqual(['cancel', 'focus', 'pay', 'reset']);
    for (const [name, call] of Object.entries(last)) expect(call, name).toBe(first[name as keyof typeof first]);
  });

  test('calls the callback of the last render, once', async () => {
    const pay = createPayRef();
    const [early, late] = [vi.fn(), vi.fn()];
    const { adapter, rerender } = renderWith(<Payer pay={pay} onSent={early} />);
    const { outcome } = await start(pay);
    rerender(<Payer pay={pay} onSent={late} />);
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(early).not.toHaveBeenCalled();
    expect(late.mock.calls).toEqual([[await outcome]]);
  });

  test('calls the callback once in Strict Mode, and returns the state', async () => {
    const pay = createPayRef();
    const onSent = vi.fn();
    const adapter = createManualAdapter();
    render(
      <StrictMode>
        <InsteadProvider adapter={adapter} sandbox>
          <Payer pay={pay} onSent={onSent} />
          <Current />
        </InsteadProvider>
      </StrictMode>,
    );
    await start(pay);
    expect(adapter.popups).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(onSent).toHaveBeenCalledOnce();
    expect(screen.getByRole('status')).toHaveTextContent('sent');
  });

  test("can be called in a child's first effect, before the provider has mounted", async () => {
    function Eager() {
      const { state, pay } = useInsteadPay();
      useEffect(() => void pay(makeRequest()), [pay]);
      return <output>{state.status}</output>;
    }
    const { adapter } = renderWith(<Eager />);
    await act(settled);
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
    expect(adapter.popups).toHaveLength(1);
    expect(adapter.attempts).toBe(1);
  });

  test('ignores the payment of another component', async () => {
    const [first, second] = [createPayRef(), createPayRef()];
    renderWith([<Payer key="1" pay={first} />, <Payer key="2" pay={second} />]);
    await start(first);
    expect(second.current?.state.status).toBe('idle');
    const { outcome } = await start(second, 'order-2');
    expect(await outcome).toMatchObject({ status: 'failed', error: { code: 'already_paying' } });
    expect(first.current?.state.status).toBe('requesting');
    expect(second.current?.state).toBe(await outcome);
  });
});

describe('rendering', () => {
  test('only the button that pays renders again, out of a thousand', async () => {
    const renders = new Map<number, number>();
    const button = (index: number) => (
      <PayButton key={index} request={makeRequest({ merchantUid: `order-${index}` })} overlay={false}>
        {(state) => {
          renders.set(index, (renders.get(index) ?? 0) + 1);
          return `${index} ${state.status}`;
        }}
      </PayButton>
    );
    const { adapter } = renderWith(Array.from({ length: 1000 }, (_, index) => button(index)));
    await act(settled);
    expect(renders.size).toBe(1000);
    renders.clear();

    await act(async () => {
      screen.getByText('500 idle').click();
      await settled();
    });
    act(() => adapter.popup.report({ status: 'open' }));
    await act(async () => adapter.popup.report({ status: 'sent', method: 'kakao' }));

    expect(screen.getByText('500 sent')).toBeVisible();
    expect([...renders.keys()]).toEqual([500]);
    // preparing, requesting, open, sent
    expect(renders.get(500)).toBeLessThanOrEqual(4);
  });

  test('no button renders again for a script status, and none for a new onEvent', async () => {
    // Counted without a Profiler, which misses a render that only a context has caused.
    const onRender = vi.fn(() => '부탁');
    const children = <PayButton request={makeRequest()}>{onRender}</PayButton>;
    const adapter = createManualAdapter({ connectsAtOnce: false });
    const { rerender } = renderWith(children, { adapter });
    expect(onRender).toHaveBeenCalledOnce();
    await act(async () => adapter.resolveConnect());
    rerender(children, { onEvent: () => {} });
    expect(onRender).toHaveBeenCalledOnce();
  });
});

describe('unmounting', () => {
  test('a payment survives the unmount of its component', async () => {
    const pay = createPayRef();
    const onSent = vi.fn();
    const { adapter, rerender } = renderWith([
      <Payer key="payer" pay={pay} onSent={onSent} />,
      <Current key="current" />,
    ]);
    const { outcome } = await start(pay);
    rerender([<Current key="current" />]);
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
    expect(adapter.popup.calls).toEqual(['request']);
    act(() => adapter.popup.report({ status: 'open' }));
    expect(screen.getByRole('status')).toHaveTextContent('open');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'kakao' }));
    expect(screen.getByRole('status')).toHaveTextContent('sent');
    expect(onSent.mock.calls).toEqual([[await outcome]]);
  });

  test('a provider that unmounts lets its payment settle, then disposes of the adapter', async () => {
    const pay = createPayRef();
    const onSent = vi.fn();
    const { adapter, unmount } = renderWith(<Payer pay={pay} onSent={onSent} />);
    const { outcome } = await start(pay);
    unmount();
    await settled();
    expect(adapter.disposals).toBe(0);
    expect(adapter.popup.calls).toEqual(['request']);
    adapter.popup.report({ status: 'sent', method: 'kakao' });
    expect(await outcome).toMatchObject({ status: 'sent' });
    await settled();
    expect(onSent).toHaveBeenCalledOnce();
    expect(adapter.disposals).toBe(1);
  });

  test('a provider without a payment disposes of its adapter at once, and a later pay() resolves disposed', async () => {
    const pay = createPayRef();
    const { adapter, unmount } = renderWith(<Payer pay={pay} />);
    unmount();
    await settled();
    expect(adapter.disposals).toBe(1);
    expect(await pay.current?.pay(makeRequest())).toMatchObject({ status: 'failed', error: { code: 'disposed' } });
    expect(adapter.popups).toEqual([]);
  });

  test('a provider that receives another adapter lets the payment settle on the first, and pays with the second', async () => {
    const pay = createPayRef();
    const second = createManualAdapter();
    const { adapter: first, rerender } = renderWith(<Payer pay={pay} />);
    await start(pay);
    rerender(<Payer pay={pay} />, { adapter: second });
    await act(settled);
    expect([first.disposals, second.attempts]).toEqual([0, 1]);
    expect(pay.current?.state.status).toBe('requesting');
    await act(async () => first.popup.report({ status: 'sent', method: 'link' }));
    expect(pay.current?.state.status).toBe('sent');
    expect([first.disposals, second.disposals]).toEqual([1, 0]);
    await start(pay, 'order-2');
    expect(second.popup.calls).toEqual(['request']);
  });

  test('two providers run one payment each', async () => {
    const [one, two] = [createPayRef(), createPayRef()];
    const first = renderWith([<Payer key="p" pay={one} />, <Current key="c" />]);
    const second = renderWith([<Payer key="p" pay={two} />, <Current key="c" />]);
    await start(one);
    expect(screen.getAllByRole('status').map((element) => element.textContent)).toEqual(['requesting', 'idle']);
    await start(two, 'order-2');
    await act(async () => first.adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getAllByRole('status').map((element) => element.textContent)).toEqual(['sent', 'requesting']);
    expect(second.adapter.popup.calls).toEqual(['request']);
  });

  if (Activity) {
    const Part = Activity;
    test('a subtree that React hides and shows again keeps its payment, and can pay again', async () => {
      const pay = createPayRef();
      const adapter = createManualAdapter();
      const page = (mode: 'visible' | 'hidden') => (
        <Part mode={mode}>
          <InsteadProvider adapter={adapter} sandbox>
            <Payer pay={pay} />
          </InsteadProvider>
        </Part>
      );
      const { rerender } = render(page('visible'));
      const { outcome } = await start(pay);
      rerender(page('hidden'));
      await act(settled);
      expect(adapter.popup.calls).toEqual(['request']);
      expect(adapter.disposals).toBe(0);
      adapter.popup.report({ status: 'sent', method: 'link' });
      expect((await outcome).status).toBe('sent');
      await act(settled);
      expect(adapter.disposals).toBe(1);

      rerender(page('visible'));
      await act(settled);
      expect(pay.current?.state.status).toBe('sent');
      expect(adapter.attempts).toBe(2);
      await start(pay, 'order-2');
      expect(pay.current?.state).toStrictEqual({ status: 'requesting', merchantUid: 'order-2' });
    });
  }

  test('a component that mounts again with another key starts from idle', async () => {
    const pay = createPayRef();
    const { adapter, rerender } = renderWith(<Payer key="1" pay={pay} />);
    await start(pay);
    rerender(<Payer key="2" pay={pay} />);
    expect(pay.current?.state.status).toBe('idle');
    await act(async () => adapter.popup.report({ status: 'cancelled', reason: 'user_cancelled' }));
    expect(pay.current?.state.status).toBe('idle');
  });
});

describe('useCurrentPayment', () => {
  test('returns the payment in progress, then the last one', async () => {
    const [one, two] = [createPayRef(), createPayRef()];
    const { adapter } = renderWith([<Payer key="1" pay={one} />, <Payer key="2" pay={two} />, <Current key="c" />]);
    expect(screen.getByRole('status')).toHaveTextContent('idle');
    await start(one);
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getByRole('status')).toHaveTextContent('sent');
    await start(two, 'order-2');
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
  });

  test('resumes a payment that was open when the page was reloaded', async () => {
    const adapter = createManualAdapter({ resumableOrder: 'order-9' });
    renderWith(<Current />, { adapter });
    expect(screen.getByRole('status')).toHaveTextContent('open');
    await act(async () => adapter.popup.report({ status: 'sent', method: 'link' }));
    expect(screen.getByRole('status')).toHaveTextContent('sent');
  });

  test('does not tear when a payment starts during a render', async () => {
    function Late({ children }: { children: ReactNode }) {
      const [isThere, setThere] = useState(false);
      return (
        <>
          <button onClick={() => setThere(true)}>show</button>
          {isThere && children}
        </>
      );
    }
    const pay = createPayRef();
    renderWith([
      <Payer key="p" pay={pay} />,
      <Late key="l">
        <Current />
      </Late>,
    ]);
    await start(pay);
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('status')).toHaveTextContent('requesting');
  });
});

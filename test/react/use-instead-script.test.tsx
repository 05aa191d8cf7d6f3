import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StrictMode } from 'react';
import { InsteadProvider, PayButton, useCurrentPayment, useInsteadScript, useInsteadPay } from 'react-instead-pay';
import { describe, expect, test, vi } from 'vitest';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';
import { renderWith } from './support.tsx';

const statuses: string[] = [];

function Script() {
  const instead = useInsteadScript();
  statuses.push(instead.status);
  return <button onClick={instead.retry}>{instead.status === 'failed' ? instead.error.code : instead.status}</button>;
}

describe('useInsteadScript', () => {
  test('returns loading, then ready', async () => {
    const adapter = createManualAdapter({ connectsAtOnce: false });
    renderWith(<Script />, { adapter });
    expect(screen.getByRole('button')).toHaveTextContent('loading');
    await act(async () => adapter.resolveConnect());
    expect(screen.getByRole('button')).toHaveTextContent('ready');
  });

  test('returns failed with the error, and retry() loads the script again', async () => {
    const adapter = createManualAdapter({ connectsAtOnce: false });
    renderWith(<Script />, { adapter });
    await act(async () => adapter.rejectConnect('sdk_load_failed'));
    expect(screen.getByRole('button')).toHaveTextContent('sdk_load_failed');
    await userEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('button')).toHaveTextContent('loading');
    expect(adapter.attempts).toBe(2);
    await act(async () => adapter.resolveConnect());
    expect(screen.getByRole('button')).toHaveTextContent('ready');
  });

  test('keeps its object and retry() between renders that change nothing', () => {
    const adapter = createManualAdapter();
    const { result, rerender } = renderHook(() => useInsteadScript(), {
      wrapper: ({ children }) => (
        <InsteadProvider adapter={adapter} sandbox>
          {children}
        </InsteadProvider>
      ),
    });
    const before = result.current;
    rerender();
    expect(result.current).toBe(before);
  });

  test('stays idle with load="lazy" until a button is hovered', async () => {
    const { adapter } = renderWith([<Script key="s" />, <PayButton key="b" request={makeRequest()} />], {
      load: 'lazy',
    });
    await settled();
    expect(adapter.attempts).toBe(0);
    expect(screen.getByText('idle')).toBeVisible();
    await userEvent.hover(screen.getByRole('button', { name: '결제를 부탁해' }));
    expect(adapter.attempts).toBe(1);
    expect(screen.getByText('ready')).toBeVisible();
  });

  test('stays idle with load="lazy" until a button is focused', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} />, { load: 'lazy' });
    expect(adapter.attempts).toBe(0);
    await userEvent.tab();
    expect(screen.getByRole('button')).toHaveFocus();
    expect(adapter.attempts).toBe(1);
  });

  test('stays idle with load="lazy" until pay() is called', async () => {
    const { adapter } = renderWith(<PayButton request={makeRequest()} overlay={false} />, { load: 'lazy' });
    expect(adapter.attempts).toBe(0);
    // A click by code: no pointer enters the button, and nothing is focused.
    await act(async () => screen.getByRole('button').click());
    expect(adapter.attempts).toBe(1);
    expect(screen.getByRole('button')).toHaveAttribute('data-status', 'requesting');
  });

  test('loads one script in Strict Mode and keeps it', async () => {
    const adapter = createManualAdapter();
    render(
      <StrictMode>
        <InsteadProvider adapter={adapter} sandbox>
          <Script />
        </InsteadProvider>
      </StrictMode>,
    );
    await act(settled);
    expect(adapter.attempts).toBe(1);
    expect(adapter.disposals).toBe(0);
    expect(screen.getByRole('button')).toHaveTextContent('ready');
  });

  test('creates one frame for the real script in Strict Mode, and removes it when the provider unmounts', async () => {
    // jsdom loads no script into the frame, so it stays `loading`.
    const frames = () => document.querySelectorAll('iframe').length;
    const { unmount } = render(
      <StrictMode>
        <InsteadProvider clientId="shop" sandbox>
          <Script />
        </InsteadProvider>
      </StrictMode>,
    );
    await act(settled);
    expect(frames()).toBe(1);
    expect(screen.getByRole('button')).toHaveTextContent('loading');
    unmount();
    await settled();
    expect(frames()).toBe(0);
  });

  test('does not load again when an inline array or object has equal values', async () => {
    const ui = (version: number) => (
      <InsteadProvider
        clientId="shop"
        sandbox
        scriptSrc={['/a.js', '/b.js']}
        timeouts={{ script: 60_000 }}
        onEvent={() => version}
      />
    );
    const { rerender } = render(ui(1));
    await act(settled);
    const frame = document.querySelector('iframe');
    expect(frame).not.toBeNull();
    rerender(ui(2));
    await act(settled);
    expect(document.querySelector('iframe')).toBe(frame);
  });

  test('throws for a time-out that is not above 0', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => render(<InsteadProvider clientId="shop" sandbox timeouts={{ order: NaN }} />)).toThrow(
      /^timeouts\.order must be a number of milliseconds above 0/,
    );
  });

  test('does not load again when a later server render has another nonce', async () => {
    const { rerender } = render(<InsteadProvider clientId="shop" sandbox nonce="first" />);
    await act(settled);
    const frame = document.querySelector('iframe');
    expect(frame).not.toBeNull();
    rerender(<InsteadProvider clientId="shop" sandbox nonce="second" />);
    await act(settled);
    expect(document.querySelector('iframe')).toBe(frame);
  });
});

describe('outside a provider', () => {
  test.each([
    ['useInsteadScript', useInsteadScript],
    ['useInsteadPay', useInsteadPay],
    ['useCurrentPayment', useCurrentPayment],
  ])('%s throws no_provider', (_, useHook) => {
    expect(() => renderHook(() => useHook())).toThrow(
      expect.objectContaining({ name: 'InsteadError', code: 'no_provider', retryable: false }),
    );
  });
});

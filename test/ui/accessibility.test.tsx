import { act, screen } from '@testing-library/react';
import axe from 'axe-core';
import { PayButton, type PayState } from 'react-instead-pay';
import { describe, expect, test } from 'vitest';
import { InsteadError } from '../../src/errors.ts';
import type { PaymentEvent } from '../../src/payment/transition.ts';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

async function check(container: HTMLElement) {
  // jsdom paints nothing, so colors are checked in a browser.
  const { violations, passes } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  return passes.map(({ id }) => id);
}

const ways: Record<Exclude<PayState['status'], 'idle' | 'preparing'>, PaymentEvent[]> = {
  requesting: [],
  open: [{ status: 'open' }],
  sent: [{ status: 'sent', method: 'kakao' }],
  cancelled: [{ status: 'cancelled', reason: 'user_cancelled' }],
  failed: [{ status: 'failed', error: new InsteadError('session_failed') }],
};

describe('axe finds no violation', () => {
  test('idle', async () => {
    const { container } = renderWith(<PayButton request={makeRequest()} />);
    expect(await check(container)).toContain('button-name');
  });

  test('preparing', async () => {
    const { container } = renderWith(<PayButton request={() => new Promise(() => {})} />);
    await act(async () => screen.getByText('결제를 부탁해').click());
    expect(await check(container)).toContain('button-name');
  });

  test.each(Object.entries(ways))('%s', async (status, events) => {
    const { container, adapter } = renderWith(<PayButton request={makeRequest()} />);
    await act(async () => {
      screen.getByText('결제를 부탁해').click();
      await settled();
    });
    for (const event of events) await act(async () => adapter.popup.report(event));
    expect(screen.getByText('결제를 부탁해')).toHaveAttribute('data-status', status);
    expect(await check(container)).toContain('button-name');
  });
});

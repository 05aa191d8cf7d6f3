import { render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { InsteadProvider, PayDeadline } from 'react-instead-pay';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { advance, show } from '../order/shop.tsx';
import { createManualAdapter } from '../support/manual-adapter.ts';
import { takeConsoleCalls } from '../support/dom-setup.ts';
import { en } from 'react-instead-pay/locales';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.UTC(2026, 10, 24, 7, 49);

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
});

test.each([
  [2 * DAY + 3 * HOUR + MINUTE, '2일 3시간 남음', '2 days 3 h left'],
  [DAY, '1일 남음', '1 day left'],
  [DAY - 1, '23시간 59분 남음', '23 h 59 min left'],
  [HOUR, '1시간 0분 남음', '1 h 0 min left'],
  [HOUR - 1, '59분 남음', '59 min left'],
  [MINUTE, '1분 남음', '1 min left'],
  [MINUTE - 1, '59초 남음', '59 s left'],
  [SECOND, '1초 남음', '1 s left'],
  [0, '결제 기한이 지났어요', 'The time to pay is over'],
  [-DAY, '결제 기한이 지났어요', 'The time to pay is over'],
])('with %i ms left, renders "%s" or "%s"', (left, korean, english) => {
  const { container } = render(<PayDeadline expiresAt={now + left} />);
  expect(container).toHaveTextContent(korean);
  const { container: other } = render(<PayDeadline expiresAt={now + left} locale={en} />);
  expect(other).toHaveTextContent(english);
});

test('renders a time element with its instant, titled with the hour in Korea in any time zone', () => {
  const { container } = render(<PayDeadline expiresAt={new Date(now + DAY)} />);
  const time = container.querySelector('time');
  expect(time).toHaveAttribute('datetime', '2026-11-25T07:49:00.000Z');
  expect(time).toHaveAttribute('title', '2026년 11월 25일 16:49 KST');
  expect(time).toHaveAttribute('data-instead', 'deadline');
});

test('uses the provider’s language', () => {
  const deadline = <PayDeadline expiresAt={now + DAY} />;
  render(
    <InsteadProvider adapter={createManualAdapter()} sandbox locale={en}>
      {deadline}
    </InsteadProvider>,
  );
  expect(screen.getByText('1 day left')).toHaveAttribute('title', '25 November 2026, 16:49 KST');
});

test('accepts every prop of a time element, and a ref', () => {
  const ref = createRef<HTMLTimeElement>();
  render(<PayDeadline expiresAt={now + DAY} ref={ref} className="mine" title="mine" id="until" />);
  expect(ref.current).toHaveClass('mine');
  expect(ref.current).toHaveAttribute('title', 'mine');
  expect(ref.current).toHaveAttribute('id', 'until');
});

test('renders the shop’s own labels', () => {
  const { container } = render(
    <PayDeadline expiresAt={now + HOUR}>{(left) => `${left / MINUTE} minutes`}</PayDeadline>,
  );
  expect(container).toHaveTextContent('60 minutes');
});

test('renders once a minute, in the last minute once a second, and not at all once it has passed', async () => {
  const words = vi.fn((left: number) => String(left));
  render(<PayDeadline expiresAt={now + 3 * MINUTE - 1}>{words}</PayDeadline>);
  words.mockClear();
  await advance(MINUTE);
  expect(words.mock.calls).toEqual([[1 * MINUTE]]);
  await advance(MINUTE);
  words.mockClear();
  // React 18 batches the updates of one act.
  for (let second = 0; second < 10; second++) await advance(SECOND);
  expect(words).toHaveBeenCalledTimes(10);
  await advance(HOUR);
  expect(words).toHaveBeenLastCalledWith(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('pauses while the page is hidden, and is correct when it is shown', async () => {
  const { container } = render(<PayDeadline expiresAt={now + HOUR} />);
  await show(false);
  expect(vi.getTimerCount()).toBe(0);
  await advance(30 * MINUTE);
  await show(true);
  expect(container).toHaveTextContent('30분 남음');
});

test('updates at once when expiresAt changes', () => {
  const { container, rerender } = render(<PayDeadline expiresAt={now + HOUR} />);
  rerender(<PayDeadline expiresAt={now + MINUTE} />);
  expect(container).toHaveTextContent('1분 남음');
});

test('renders the date on a server, and hydrates without a warning', async () => {
  const deadline = <PayDeadline expiresAt={now + HOUR} />;
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(deadline);
  expect(container).toHaveTextContent('2026년 11월 24일 17:49 KST');
  vi.setSystemTime(now + MINUTE);
  const root = hydrateRoot(container, deadline);
  await advance(0);
  expect(container).toHaveTextContent('59분 남음');
  root.unmount();
  container.remove();
});

test('renders nothing for an invalid date, and warns once', () => {
  const reported: string[] = [];
  const listen = (event: ErrorEvent) => {
    event.preventDefault();
    reported.push(event.message);
  };
  window.addEventListener('error', listen);
  const { container, rerender } = render(<PayDeadline expiresAt="tomorrow" />);
  rerender(<PayDeadline expiresAt="tomorrow" />);
  window.removeEventListener('error', listen);
  expect(container).toBeEmptyDOMElement();
  const output = [...reported, ...takeConsoleCalls().map(String)];
  expect(output).toEqual([
    expect.stringContaining(
      'PayDeadline: expiresAt must be a Date, Unix milliseconds, or an ISO date with its time zone',
    ),
  ]);
});

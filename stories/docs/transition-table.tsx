import { InsteadError } from '../../src/errors.ts';
import type { PayState, PayStatus } from '../../src/payment/state.ts';
import { transition, type PaymentEvent } from '../../src/payment/transition.ts';

const merchantUid = 'order';

const states = {
  idle: { status: 'idle' },
  preparing: { status: 'preparing' },
  requesting: { status: 'requesting', merchantUid },
  open: { status: 'open', merchantUid },
  sent: { status: 'sent', merchantUid, method: 'kakao' },
  cancelled: { status: 'cancelled', merchantUid, reason: 'aborted' },
  failed: { status: 'failed', merchantUid, error: new InsteadError('session_failed') },
} satisfies { [Status in PayStatus]: Extract<PayState, { status: Status }> };

const events = {
  preparing: { status: 'preparing', merchantUid },
  requesting: { status: 'requesting', merchantUid },
  open: { status: 'open', merchantUid },
  sent: { status: 'sent', method: 'kakao' },
  cancelled: { status: 'cancelled', reason: 'aborted' },
  failed: { status: 'failed', error: new InsteadError('session_failed') },
} satisfies { [Status in PaymentEvent['status']]: Extract<PaymentEvent, { status: Status }> };

/** Computed from the code: each state, and the state after each event. A dot: the event changes nothing. */
export function TransitionTable() {
  return (
    <div className="scrolls" tabIndex={0} role="region" aria-label="Transitions">
      <table>
        <thead>
          <tr>
            <th scope="col">in \ comes</th>
            {Object.keys(events).map((status) => (
              <th key={status} scope="col">
                {status}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.values(states).map((state: PayState) => (
            <tr key={state.status}>
              <th scope="row">
                <code>{state.status}</code>
              </th>
              {Object.values(events).map((event: PaymentEvent) => {
                const next = transition(state, event);
                return <td key={event.status}>{next === state ? '·' : next.status}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Transition {
  from: PayStatus;
  to: PayStatus;
}

/** Every event that changes a state: what the table has beside its dots. */
export const TRANSITIONS: readonly Transition[] = Object.values(states).flatMap((state: PayState) =>
  Object.values(events).flatMap((event: PaymentEvent) => {
    const next = transition(state, event);
    return next === state ? [] : [{ from: state.status, to: next.status }];
  }),
);

const WIDTH = 112;
const HEIGHT = 40;

const PLACES: Record<PayStatus, readonly [x: number, y: number]> = {
  idle: [8, 70],
  preparing: [152, 70],
  requesting: [296, 70],
  open: [440, 70],
  sent: [584, 70],
  cancelled: [224, 220],
  failed: [412, 220],
};
const ORDER = Object.keys(PLACES);

/** Returns the line of a transition: straight to the next state, in an arc over others, and down to the states in which it ends. */
function toPath({ from, to }: Transition): string {
  const [[fromX, fromY], [toX, toY]] = [PLACES[from], PLACES[to]];
  const center = fromX + WIDTH / 2;
  if (from === to) return `M${center - 24} ${fromY}c-8 -40 56 -40 50 -3`;
  if (toY > fromY) {
    // Side by side at its end, in the order in which they begin.
    const end = toX + 20 + (ORDER.indexOf(from) * (WIDTH - 40)) / 3;
    const start = center + (to === 'cancelled' ? -14 : 14);
    return `M${start} ${fromY + HEIGHT}C${start} ${fromY + 90} ${end} ${toY - 60} ${end} ${toY - 3}`;
  }
  if (ORDER.indexOf(to) === ORDER.indexOf(from) + 1) return `M${fromX + WIDTH} ${fromY + HEIGHT / 2}H${toX - 3}`;
  const start = center + 30;
  const end = toX + WIDTH / 2 - 30;
  return `M${start} ${fromY}C${start} 4 ${end} 4 ${end} ${toY - 3}`;
}

const describe = () =>
  Object.keys(states)
    .map((status) => {
      const next = TRANSITIONS.filter(({ from }) => from === status).map(({ to }) => to);
      return next.length ? `${status} leads to ${next.join(', ')}` : `${status} is final`;
    })
    .join('; ');

/** The same as a diagram, with every transition of the table. */
export function StateMachine() {
  return (
    <svg viewBox="0 0 704 272" role="img" aria-label={describe()} className="state-machine">
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0l8 4-8 4z" fill="currentColor" />
        </marker>
      </defs>
      {TRANSITIONS.map(({ from, to }) => (
        <path
          key={`${from} ${to}`}
          data-transition={`${from} ${to}`}
          d={toPath({ from, to })}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          markerEnd="url(#arrow)"
        />
      ))}
      {(Object.entries(PLACES) as [PayStatus, readonly [number, number]][]).map(([status, [x, y]]) => (
        <g key={status} className={TRANSITIONS.some(({ from }) => from === status) ? 'state' : 'state final'}>
          <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx="10" />
          <text x={x + WIDTH / 2} y={y + 25} textAnchor="middle" fontSize="15">
            {status}
          </text>
        </g>
      ))}
    </svg>
  );
}

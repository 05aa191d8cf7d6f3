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
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label="Transitions">
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

const box = (x: number, y: number, name: string, isEnd = false) => (
  <g key={name}>
    <rect x={x} y={y} width="112" height="40" rx="10" fill={isEnd ? '#fff7ed' : '#fff'} stroke="#9a3412" />
    <text x={x + 56} y={y + 25} textAnchor="middle" fontSize="14" fill="#1c1917">
      {name}
    </text>
  </g>
);

/** The same as a diagram. */
export function StateMachine() {
  return (
    <svg
      viewBox="0 0 640 190"
      role="img"
      aria-label="idle leads to preparing, requesting, open and sent; preparing, requesting and open lead to cancelled and failed as well"
      style={{ maxWidth: '100%', background: '#fff', borderRadius: 12 }}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path d="M0 0l8 4-8 4z" fill="#9a3412" />
        </marker>
      </defs>
      <g stroke="#9a3412" strokeWidth="1.5" fill="none">
        {[
          'M120 40h14',
          'M248 40h14',
          'M376 40h14',
          'M504 40h14',
          'M192 60v60q0 10 10 10h60',
          'M320 60v48',
          'M448 60v48',
        ].map((way) => (
          <path key={way} d={way} markerEnd="url(#arrow)" />
        ))}
      </g>
      {box(8, 20, 'idle')}
      {box(136, 20, 'preparing')}
      {box(264, 20, 'requesting')}
      {box(392, 20, 'open')}
      {box(520, 20, 'sent', true)}
      {box(264, 110, 'cancelled', true)}
      {box(392, 110, 'failed', true)}
    </svg>
  );
}

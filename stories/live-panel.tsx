import { useEffect, useState } from 'react';
import { useCurrentPayment, useInsteadScript, type InsteadEvent } from 'react-instead-pay';
import { keepAwake, setFaults } from './live-emulator.ts';

export const SWITCHES = {
  none: { name: 'No fault', faults: {} },
  slow: { name: 'Session takes 7 s', faults: { sessionDelay: 7000 } },
  refused: { name: 'Token refused', faults: { tokenStatus: 401 } },
  expired: { name: 'Token expired once', faults: { sessionStatus: 401, sessionStatusTimes: 1 } },
  silent: { name: 'Popup posts no messages', faults: { popup: 'silent' } },
  forged: { name: 'Spoofed messages', faults: { popup: 'forged' } },
  blocked: { name: 'Popup blocked', faults: {} },
} as const;

export type Switch = keyof typeof SWITCHES;

interface LivePanelProps {
  address: string;
  events: readonly InsteadEvent[];
  chosen: Switch;
  /** Mounts the shop again, so that a setting applies from the start. */
  onChoose: (next: Switch) => void;
}

/** The panel behind the button: state, events with their times, Instead's webhooks, and the fault to simulate. */
export function LivePanel({ address, events, chosen, onChoose }: LivePanelProps) {
  const payment = useCurrentPayment();
  const script = useInsteadScript();
  const webhooks = useWebhooks();
  useBlockedPopups(chosen === 'blocked');
  useEffect(() => keepAwake(address), [address]);

  async function choose(next: Switch) {
    await setFaults(address, SWITCHES[next].faults);
    onChoose(next);
  }

  return (
    <section className="panel" aria-label="Behind the button">
      <label>
        Fault to simulate{' '}
        <select value={chosen} onChange={(event) => void choose(event.target.value as Switch)}>
          {Object.entries(SWITCHES).map(([value, { name }]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <dl>
        <dt>Script</dt>
        <dd>{script.status}</dd>
        <dt>Payment</dt>
        <dd>{describe(payment)}</dd>
      </dl>
      <h3>Events</h3>
      <ol>
        {events.map((event, index) => (
          <li key={index}>
            <code>{new Date(event.timestamp).toISOString().slice(11, 23)}</code> {event.type}: {describe(event)}
          </li>
        ))}
      </ol>
      <h3>Webhooks to the shop’s server</h3>
      {webhooks.length === 0 ? (
        <p>None yet. Choose 링크 복사, open the friend’s page and pay.</p>
      ) : (
        <ol>
          {webhooks.map((webhook, index) => (
            <li key={index}>
              {webhook.merchant_uid}: <strong>{webhook.status}</strong>
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={`${address}/`} target="_blank" rel="noreferrer">
          The emulator’s dashboard
        </a>
      </p>
    </section>
  );
}

function describe(state: object): string {
  const { status, method, reason, error, code } = state as Record<string, string> & { error?: { code: string } };
  return [status, method ?? reason ?? error?.code ?? code].filter(Boolean).join(' · ');
}

function useWebhooks() {
  const [webhooks, setNotices] = useState<Record<string, string>[]>([]);
  useEffect(() => {
    const channel = new BroadcastChannel('instead-notices');
    channel.onmessage = ({ data }: MessageEvent<Record<string, string>>) => setNotices((before) => [...before, data]);
    return () => channel.close();
  }, []);
  return webhooks;
}

function useBlockedPopups(isBlocked: boolean) {
  useEffect(() => {
    if (!isBlocked) return;
    const { open } = window;
    window.open = () => null;
    return () => void (window.open = open);
  }, [isBlocked]);
}

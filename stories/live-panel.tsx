import { useEffect, useState } from 'react';
import { useCurrentPayment, useInsteadScript, type InsteadEvent } from 'react-instead-pay';
import { keepAwake, setFaults } from './live-emulator.ts';
import { SWITCHES, useFaultsInForce, type Switch } from './live-faults.ts';

interface LivePanelProps {
  address: string;
  events: readonly InsteadEvent[];
  /** Whether this page's popups are blocked: by the page, not by the emulator. */
  isBlocked: boolean;
  /** Mounts the shop again, so that a setting applies from the start. */
  onChoose: (next: Switch) => void;
}

/** The panel behind the button: state, events with their times, Instead's webhooks, and the fault to simulate. */
export function LivePanel({ address, events, isBlocked, onChoose }: LivePanelProps) {
  const payment = useCurrentPayment();
  const script = useInsteadScript();
  const webhooks = useWebhooks();
  const inForce = useFaultsInForce(address, events.length);
  useBlockedPopups(isBlocked);
  useEffect(() => keepAwake(address), [address]);

  async function choose(next: Switch) {
    await setFaults(address, SWITCHES[next].faults);
    onChoose(next);
  }

  return (
    <section className="panel" aria-label="Behind the button">
      <label>
        Fault to simulate{' '}
        <select
          value={isBlocked ? 'blocked' : (inForce ?? '')}
          onChange={(event) => void choose(event.target.value as Switch)}
        >
          {inForce === undefined && <option value="">…</option>}
          {inForce === 'others' && <option value="others">Others, of the dashboard</option>}
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
  const [webhooks, setWebhooks] = useState<Record<string, string>[]>([]);
  useEffect(() => {
    const channel = new BroadcastChannel('instead-webhooks');
    channel.onmessage = ({ data }: MessageEvent<Record<string, string>>) => setWebhooks((before) => [...before, data]);
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

// The shop page of the browser tests. `?scene=…&settings=<JSON>` selects what it renders; `window.recorded` records what it
// receives.
import { StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import {
  createInsteadClient,
  InsteadProvider,
  PayButton,
  PayDeadline,
  PayOverlay,
  useCurrentPayment,
  useInsteadScript,
  useOrderStatus,
  useInsteadPay,
  type InsteadEvent,
  type InsteadClientOptions,
  type OrderReport,
  type PayOutcome,
  type PayRequest,
} from 'react-instead-pay';
import { en } from 'react-instead-pay/locales';

interface RecordedEvents {
  outcomes: PayOutcome[];
  events: InsteadEvent[];
  raw: unknown[];
  renders: Record<string, number>;
}

declare global {
  interface Window {
    recorded: RecordedEvents;
    /** Resolves when the last message of a test has arrived. */
    lastMessageReceived: Promise<void>;
    pay: (request?: unknown, options?: { signal?: AbortSignal }) => Promise<PayOutcome>;
    instead: ReturnType<typeof createInsteadClient>;
    unmount: () => void;
    INSTEAD?: { init(id: string): void; requestPay(input: unknown): void; access_token?: string };
  }
}

const query = new URLSearchParams(location.search);
const { locale, ...sentSettings } = JSON.parse(query.get('settings') ?? '{}') as Omit<
  InsteadClientOptions,
  'locale'
> & {
  clientId: string;
  locale?: 'en';
};
const settings = { ...sentSettings, locale: locale && en } as InsteadClientOptions & { clientId: string };
const scene = query.get('scene') ?? 'button';
const orderDelay = Number(query.get('orderDelay') ?? 0);
const props = Object.fromEntries(
  (query.get('flags') ?? '')
    .split(',')
    .filter(Boolean)
    .map((flag) => [flag, true]),
);
const inAnHour = Date.now() + 60 * 60 * 1000;
const recorded: RecordedEvents = (window.recorded = { outcomes: [], events: [], raw: [], renders: {} });

export const makeRequest = (merchantUid = query.get('uid') ?? 'order-1'): PayRequest => ({
  name: '김스테드',
  merchantUid,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
  totalAmt: 3000,
  request_cb: (result) => recorded.raw.push(result),
});

const given = query.get('request');
const breakCallback = props.brokenCallback === true;

const request = given
  ? ({
      ...(JSON.parse(given) as PayRequest),
      request_cb(result) {
        recorded.raw.push(result);
        if (breakCallback) throw new Error('a mistake in the shop');
      },
    } satisfies PayRequest)
  : orderDelay
    ? () => new Promise<PayRequest>((resolve) => setTimeout(() => resolve(makeRequest()), orderDelay))
    : makeRequest();

const listeners = {
  onSent: (outcome: PayOutcome) => recorded.outcomes.push(outcome),
  onCancelled: (outcome: PayOutcome) => recorded.outcomes.push(outcome),
  onFailed: (outcome: PayOutcome) => recorded.outcomes.push(outcome),
};

function Provider({ children, clientId = settings.clientId }: { children: ReactNode; clientId?: string }) {
  return (
    <InsteadProvider sandbox {...settings} clientId={clientId} onEvent={(event) => recorded.events.push(event)}>
      <Script />
      <Current />
      {children}
    </InsteadProvider>
  );
}

function Script() {
  const instead = useInsteadScript();
  return (
    <p>
      <output aria-label="script">{instead.status}</output> <button onClick={instead.retry}>retry</button>
    </p>
  );
}

function Current() {
  const state = useCurrentPayment();
  return (
    <p>
      <output aria-label="current">{describe(state)}</output>
    </p>
  );
}

function describe(state: object): string {
  const { status, reason, method, error, merchantUid } = state as Record<string, string> & { error?: { code: string } };
  return [status, reason ?? method ?? error?.code, merchantUid].filter(Boolean).join(' ');
}

function Own({ name = 'pay', uid }: { name?: string; uid?: string }) {
  const { state, pay, cancel, focus } = useInsteadPay(listeners);
  recorded.renders[name] = (recorded.renders[name] ?? 0) + 1;
  window.pay = (given, options) => pay((given as PayRequest | undefined) ?? request, options);
  return (
    <p>
      <button onClick={() => void pay(uid ? makeRequest(uid) : request)}>{name}</button>
      <button onClick={cancel}>cancel {name}</button>
      <button onClick={focus}>focus {name}</button>
      <output aria-label={`state of ${name}`}>{describe(state)}</output>
    </p>
  );
}

function Leaving() {
  const [isThere, setThere] = useState(true);
  return (
    <>
      <button onClick={() => setThere(false)}>leave</button>
      {isThere && <Own />}
    </>
  );
}

function ChangingClient() {
  const [clientId, setClientId] = useState(settings.clientId);
  return (
    <>
      <button onClick={() => setClientId('another-shop')}>change client</button>
      <Provider clientId={clientId}>
        <Own />
      </Provider>
    </>
  );
}

/** A single-page app. Each route mounts its own provider. */
function Routes() {
  const [route, setRoute] = useState('/checkout');
  return (
    <>
      <button
        onClick={() => {
          history.pushState(null, '', '?route=thanks');
          setRoute('/thanks');
        }}
      >
        next route
      </button>
      <Provider key={route}>
        <Own />
      </Provider>
    </>
  );
}

/** The page of an order. The shop reports the order at /orders/… and, with the flag `stream`, also at /orders/…/events. */
function Order() {
  const order = useOrderStatus(query.get('uid') ?? 'order-1', {
    fetchStatus: async (id, { signal }) => (await (await fetch(`/orders/${id}`, { signal })).json()) as OrderReport,
    subscribe: props.stream
      ? (id, onReport) => {
          const events = new EventSource(`/orders/${id}/events`);
          events.onmessage = ({ data }: MessageEvent<string>) => onReport(JSON.parse(data) as OrderReport);
          return () => events.close();
        }
      : undefined,
    refetchInterval: 100,
  });
  return (
    <p>
      <output aria-label="order">{order.status}</output> <PayDeadline expiresAt={inAnHour} />
    </p>
  );
}

const scenes: Record<string, () => ReactNode> = {
  button: () => (
    <Provider>
      <PayButton request={request} {...listeners} {...(props.noOverlay ? { overlay: false } : {})} />
    </Provider>
  ),
  // A button of the shop's own, with the overlay of the library.
  ownWithOverlay: () => (
    <main>
      <Provider>
        <Own />
        <PayOverlay />
      </Provider>
    </main>
  ),
  own: () => (
    <Provider>
      <Own />
      <Own name="other" uid="order-2" />
      <Own name="same" uid="order-1" />
    </Provider>
  ),
  leaving: () => (
    <Provider>
      <Leaving />
    </Provider>
  ),
  changing: () => <ChangingClient />,
  order: () => <Order />,
  // Two providers with the same client, as on a page that is composed of several React roots.
  twins: () => (
    <>
      <Provider>
        <Own name="first" uid="order-1" />
      </Provider>
      <Provider>
        <Own name="second" uid="order-2" />
      </Provider>
    </>
  ),
  routes: () => <Routes />,
  twoProviders: () => (
    <>
      <Provider>
        <Own name="first" uid="order-1" />
      </Provider>
      <Provider clientId="another-shop">
        <Own name="second" uid="order-2" />
      </Provider>
    </>
  ),
};

function start() {
  if (scene === 'plain') {
    const instead = (window.instead = createInsteadClient({
      sandbox: true,
      ...settings,
      onEvent: (event) => recorded.events.push(event),
    }));
    const button = document.createElement('button');
    button.textContent = 'pay';
    button.onclick = async () => {
      const outcome = await instead.pay(request);
      recorded.outcomes.push(outcome);
      // For tests that must not evaluate code in the page, since that renews the user activation.
      console.info(outcome.status, outcome.status === 'failed' ? outcome.error.code : '');
    };
    document.body.append(button);
    return;
  }
  if (scene === 'guide') {
    // The shop as the guide describes it: the script on the page, without this library. The tests compare against it.
    const script = document.createElement('script');
    script.src = [settings.scriptSrc].flat()[0] as string;
    script.onload = () => window.INSTEAD?.init(settings.clientId);
    document.head.append(script);
    const button = document.createElement('button');
    button.textContent = 'pay';
    button.onclick = () =>
      window.INSTEAD?.requestPay({ ...makeRequest(), sandboxYn: '1', payEndDttm: String(Date.now() + 60_000) });
    document.body.append(button);
    return;
  }
  const root = createRoot(document.getElementById('root')!);
  const page = scenes[scene]!();
  root.render(props.strict ? <StrictMode>{page}</StrictMode> : page);
  window.unmount = () => root.unmount();
}

start();

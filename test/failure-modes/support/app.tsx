import { StrictMode, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import {
  createInsteadClient,
  InsteadProvider,
  PayButton,
  type InsteadClient,
  type InsteadEvent,
  type ScriptStatus,
  type PayOutcome,
  type PayRequest,
} from 'react-instead-pay';

/** React with or without Strict Mode, or only `createInsteadClient()`. */
export type RenderMode = 'react' | 'strict' | 'plain';

export interface Opening {
  mode: RenderMode;
  /** The address of this cell's service. */
  base: string;
  isLazy?: boolean;
  /** Whether the request is a function that fetches the order from the shop's server. */
  hasOrder?: boolean;
  timeouts?: { script?: number; token?: number; session?: number; order?: number };
}

interface RecordedEvents {
  /** `sent/kakao`, `failed/session_failed`. */
  outcomes: string[];
  /** The time from the click to each outcome, in ms. */
  elapsed: number[];
  /** Every status of a payment. */
  payments: string[];
  script: ScriptStatus['status'];
}

declare global {
  interface Window {
    shop: {
      open(opening: Opening): void;
      close(): void;
      changeClient(): void;
      events: RecordedEvents;
      /** Only with `plain`. */
      instead?: InsteadClient | undefined;
      /** Only with `plain`: calls `pay()` without a click, and returns the outcome. */
      pay(merchantUid?: string): Promise<string>;
    };
  }
}

const place = document.getElementById('root')!;
// React adds a listener to the document with the first root, and never removes it.
createRoot(document.createElement('div')).render(null);

const makeEvents = (): RecordedEvents => ({ outcomes: [], elapsed: [], payments: [], script: 'idle' });

export const makeRequest = (): PayRequest => ({
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
  totalAmt: 3000,
  // As in the guide. It also receives `closed`, so the popup is observed after it has sent.
  request_cb: () => {},
});

function describe(outcome: PayOutcome): string {
  switch (outcome.status) {
    case 'sent':
      return `sent/${outcome.method}`;
    case 'cancelled':
      return `cancelled/${outcome.reason}`;
    case 'failed':
      return `failed/${outcome.error.code}`;
  }
}

function openShop({ mode, base, isLazy, hasOrder, timeouts }: Opening): void {
  const events = (shop.events = makeEvents());
  const settings = {
    sandbox: true,
    apiUrl: `${base}/api`,
    scriptSrc: `${base}/instead-1.0.1.js`,
    load: isLazy ? 'lazy' : 'eager',
    timeouts,
    onEvent(event: InsteadEvent) {
      if (event.type === 'script') events.script = event.status;
      else {
        events.payments.push(event.status);
        events.elapsed[events.outcomes.length] = event.durationMs;
      }
    },
  } as const;
  const onEnd = (outcome: PayOutcome) => void events.outcomes.push(describe(outcome));
  const fetchOrder = async ({ signal }: { signal: AbortSignal }) => {
    const response = await fetch(`${base}/order`, { signal });
    if (!response.ok) throw new Error(`The shop answered ${response.status}.`);
    return (await response.json()) as PayRequest;
  };
  const request = hasOrder ? fetchOrder : makeRequest();

  if (mode === 'plain') {
    const instead = (shop.instead = createInsteadClient({ clientId: 'shop', ...settings }));
    const button = document.createElement('button');
    button.textContent = '결제를 부탁해';
    button.onclick = () => void instead.pay(request).then(onEnd);
    place.append(button);
    close = () => {
      instead.dispose();
      button.remove();
    };
    return;
  }

  function Shop() {
    const [clientId, setClientId] = useState('shop');
    changeClient = () => setClientId('another-shop');
    return (
      <InsteadProvider clientId={clientId} {...settings}>
        <PayButton request={request} onSent={onEnd} onCancelled={onEnd} onFailed={onEnd} />
      </InsteadProvider>
    );
  }
  const root: Root = createRoot(place);
  root.render(mode === 'strict' ? <StrictMode children={<Shop />} /> : <Shop />);
  close = () => root.unmount();
}

let close = () => {};
let changeClient = () => {};
const shop: Window['shop'] = (window.shop = {
  open: openShop,
  close: () => close(),
  pay: async (merchantUid = 'order-2') => describe(await shop.instead!.pay({ ...makeRequest(), merchantUid })),
  changeClient: () => changeClient(),
  events: makeEvents(),
});

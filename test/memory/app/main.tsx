// A shop page that stays open for a long time: it pays, mounts and unmounts as often as the test asks.
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import {
  InsteadProvider,
  PayButton,
  useInsteadScript,
  useInsteadPay,
  type ScriptStatus,
  type PayOutcome,
} from 'react-instead-pay';

declare global {
  interface Window {
    /** Pays once. `ending` is passed to the popup, which ends that way. */
    payOnce: (ending: string) => Promise<string>;
    /** Mounts the provider, waits until the script has its token, and unmounts it. */
    liveOnce: () => Promise<void>;
  }
}

const settings = JSON.parse(new URLSearchParams(location.search).get('settings')!) as {
  apiUrl: string;
  scriptSrc: string;
};

let root: Root | undefined;
let pay: ReturnType<typeof useInsteadPay>['pay'];
let onStatus: (status: ScriptStatus['status']) => void = () => {};

function Own() {
  const own = useInsteadPay();
  const { status } = useInsteadScript();
  pay = own.pay;
  onStatus(status);
  return <output>{own.state.status}</output>;
}

function mount() {
  root = createRoot(document.getElementById('root')!);
  const page = (
    <InsteadProvider clientId="shop" sandbox {...settings}>
      <Own />
      <PayButton request={() => makeRequest('fail')} />
    </InsteadProvider>
  );
  // Before the test calls `payOnce`.
  flushSync(() => root!.render(page));
}

function unmount() {
  root?.unmount();
  root = undefined;
}

const untilReady = () =>
  new Promise<void>((resolve, reject) => {
    onStatus = (status) => {
      if (status === 'ready') resolve();
      if (status === 'failed') reject(new Error('The script is not there.'));
    };
  });

let count = 0;
const makeRequest = (ending: string) => ({
  name: ending,
  merchantUid: `order-${++count}`,
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
  totalAmt: 3000,
});

window.payOnce = async (ending) => describe(await pay(makeRequest(ending)));

const describe = (outcome: PayOutcome) =>
  outcome.status === 'sent'
    ? `sent ${outcome.method}`
    : outcome.status === 'cancelled'
      ? `cancelled ${outcome.reason}`
      : `failed ${outcome.error.code}`;

window.liveOnce = async () => {
  const ready = untilReady();
  mount();
  await ready;
  unmount();
};

if (!new URLSearchParams(location.search).has('empty')) mount();

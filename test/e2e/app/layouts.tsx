// PayButtons in every kind of parent: `?parent=…&locale=…`. `window.show(step)` brings the payment into a state, without a
// popup, and returns where everything is.
import { createRoot } from 'react-dom/client';
import {
  InsteadError,
  InsteadProvider,
  PayButton,
  type InsteadAdapter,
  type InsteadErrorCode,
} from 'react-instead-pay';
import { en, ja, ko, zhCN } from 'react-instead-pay/locales';

type Report = Parameters<InsteadAdapter['openPopup']>[0];

declare global {
  interface Window {
    /** Shows the state after an event, and returns the boxes of everything in the parent. */
    show: (event?: Parameters<Report>[0] | { code: InsteadErrorCode }) => Promise<Record<string, number[]>>;
  }
}

const query = new URLSearchParams(location.search);
const locale = { ko, en, ja, zhCN }[query.get('locale') ?? 'ko']!;
const parents: Record<string, React.CSSProperties> = {
  block: {},
  centered: { textAlign: 'center' },
  inline: { display: 'inline' },
  flex: { display: 'flex', gap: 8 },
  column: { display: 'flex', flexDirection: 'column' },
  grid: { display: 'grid', gridTemplateColumns: 'auto auto' },
};

let report: Report | undefined;
const status = { status: 'ready' } as const;
const adapter: InsteadAdapter = {
  getStatus: () => status,
  subscribe: () => () => {},
  connect: () => new Promise(() => {}),
  openPopup(next) {
    report = next;
    return { request() {}, focus() {}, release() {}, close() {} };
  },
  resume: () => null,
  dispose() {},
};
const request = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
  payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
  totalAmt: 3000,
};

createRoot(document.getElementById('root')!).render(
  <InsteadProvider adapter={adapter} sandbox locale={locale}>
    <div dir={query.get('dir') ?? 'ltr'} style={{ width: query.get('width') ?? 'auto' }}>
      <div id="parent" style={parents[query.get('parent') ?? 'block']}>
        <b id="before">앞</b>
        <PayButton id="button" request={request} />
        <b id="after">뒤</b>
      </div>
      <p id="below">아래</p>
    </div>
  </InsteadProvider>,
);

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

window.show = async (event) => {
  if (event) {
    report = undefined;
    document.getElementById('button')!.click();
    await nextFrame();
    report!({ status: 'requesting', merchantUid: 'order-1' });
    report!('code' in event ? { status: 'failed', error: new InsteadError(event.code) } : event);
  }
  await nextFrame();
  const boxes: Record<string, number[]> = {};
  for (const id of ['before', 'button', 'after', 'below', 'parent']) {
    const { x, y, width, height } = document.getElementById(id)!.getBoundingClientRect();
    boxes[id] = [x, y, width, height];
  }
  // The next event needs another payment.
  if (event && !('code' in event) && event.status !== 'sent' && event.status !== 'cancelled') {
    report!({ status: 'cancelled', reason: 'aborted' });
    await nextFrame();
  }
  return boxes;
};

// A PayButton in every kind of parent: `window.place(layout)` renders it in one, and `window.show(event)` brings its payment into
// a state, without a popup, and returns where everything is.
import { createRoot } from 'react-dom/client';
import {
  InsteadError,
  InsteadProvider,
  PayButton,
  type InsteadAdapter,
  type InsteadErrorCode,
} from 'react-instead-pay';
import { flushSync } from 'react-dom';
import { en, ja, ko, zhCN, type PayLocale } from 'react-instead-pay/locales';

type Report = Parameters<InsteadAdapter['openPopup']>[0];

export interface Layout {
  parent: string;
  width?: string;
  locale?: string;
  dir?: string;
}

declare global {
  interface Window {
    /** Renders a new button in this layout. */
    place: (layout: Layout) => void;
    /** Shows the state after an event, and returns the boxes of everything in the parent. */
    show: (event?: Parameters<Report>[0] | { code: InsteadErrorCode }) => Promise<Record<string, number[]>>;
  }
}

const locales: Record<string, PayLocale> = { ko, en, ja, zhCN };
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

const root = createRoot(document.getElementById('root')!);
let count = 0;

window.place = ({ parent, width = 'auto', locale = 'ko', dir = 'ltr' }) =>
  flushSync(() =>
    root.render(
      <InsteadProvider key={++count} adapter={{ ...adapter }} sandbox locale={locales[locale]}>
        <div dir={dir} style={{ width }}>
          <div id="parent" style={parents[parent]}>
            <b id="before">앞</b>
            <PayButton id="button" request={request} />
            <b id="after">뒤</b>
          </div>
          <p id="below">아래</p>
        </div>
      </InsteadProvider>,
    ),
  );

/** React renders what a store reports in a microtask. Reading a box lays the page out. */
const rendered = () => new Promise((resolve) => setTimeout(resolve));

window.show = async (event) => {
  if (event) {
    report = undefined;
    document.getElementById('button')!.click();
    await rendered();
    report!({ status: 'requesting', merchantUid: 'order-1' });
    report!('code' in event ? { status: 'failed', error: new InsteadError(event.code) } : event);
  }
  await rendered();
  const boxes: Record<string, number[]> = {};
  for (const id of ['before', 'button', 'after', 'below', 'parent']) {
    const { x, y, width, height } = document.getElementById(id)!.getBoundingClientRect();
    boxes[id] = [x, y, width, height];
  }
  // The next event needs another payment.
  if (event && !('code' in event) && event.status !== 'sent' && event.status !== 'cancelled') {
    report!({ status: 'cancelled', reason: 'aborted' });
    await rendered();
  }
  return boxes;
};

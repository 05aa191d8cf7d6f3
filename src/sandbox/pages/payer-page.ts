import { html } from 'hono/html';
import type { Bill, BillStatus } from '../ledger.ts';
import type { SandboxPayMethod } from '../settings.ts';
import { billCard } from './bill-card.ts';
import { layout, STATUS_NAMES, won, type Html } from './layout.ts';

export const METHOD_NAMES: Record<SandboxPayMethod, string> = { card: '카드', mobile: '휴대폰', transfer: '계좌이체' };

/** The page that the friend opens: pay, or decline. Works without script. */
export function payerPage(options: {
  bill: Bill;
  status: BillStatus;
  billPath: string;
  methods: readonly SandboxPayMethod[];
  nonce: string;
}): Html {
  const { bill, status, billPath, methods, nonce } = options;
  return layout({
    title: '결제 페이지',
    nonce,
    body: html`<h1>${bill.name} 님이 결제를 부탁했어요</h1>
      ${billCard(bill)} ${status === 'waiting' ? form(billPath, bill, methods) : ending(bill, status)}`,
  });
}

function form(billPath: string, bill: Bill, methods: readonly SandboxPayMethod[]): Html {
  return html`<form method="post" action="${billPath}/pay">
      <fieldset class="card">
        <legend>결제 방법</legend>
        ${methods.map(
          (method, index) =>
            html`<label class="choice">
              <input type="radio" name="method" value="${method}" ${index === 0 ? 'checked' : ''} />
              ${METHOD_NAMES[method]}
            </label>`,
        )}
      </fieldset>
      <p class="small soft">${won(bill.totalAmt)}을 결제하는 것처럼 해요.</p>
      <div class="stack"><button class="main" type="submit">결제하기</button></div>
    </form>
    <form method="post" action="${billPath}/decline">
      <div class="stack"><button class="quiet" type="submit">거절하기</button></div>
    </form>`;
}

function ending(bill: Bill, status: Exclude<BillStatus, 'waiting'>): Html {
  const words: Record<typeof status, string> = {
    paid: `결제했어요. ${bill.method ? METHOD_NAMES[bill.method] : ''} ${won(bill.totalAmt)}`,
    failed: '결제를 거절했어요.',
    cancelled: '취소된 결제예요.',
    expired: '결제할 수 있는 시간이 지났어요.',
  };
  return html`<section class="card" role="status">
    <h2><span class="badge ${status}">${STATUS_NAMES[status]}</span></h2>
    <p>${words[status]}</p>
    <p class="small soft">이 창은 닫아도 돼요.</p>
  </section>`;
}

/** Where there is no bill, or no longer one. */
export function noBillPage(nonce: string, reason: string): Html {
  return layout({
    title: '결제 요청이 없어요',
    nonce,
    body: html`<h1>결제 요청을 찾을 수 없어요</h1>
      <p>${reason}</p>`,
  });
}

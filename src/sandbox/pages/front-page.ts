import { html, raw } from 'hono/html';
import type { Clock } from '../clock.ts';
import type { Deliverer } from '../deliver-hook.ts';
import { FAULT_CHOICES, NO_FAULTS, type Faults } from '../faults.ts';
import type { Ledger } from '../ledger.ts';
import { DELIVERY_MODES, PAY_METHODS, type Settings } from '../settings.ts';
import { layout, STATUS_NAMES, toKst, toKstTime, won, type Html } from './layout.ts';
import { METHOD_NAMES } from './payer-page.ts';

interface FrontPage {
  base: string;
  nonce: string;
  ledger: Ledger;
  deliverer: Deliverer;
  settings: Settings;
  faults: Faults;
  clock: Clock;
}

/** The sandbox's front page: what has been asked, what has been told, and what shall go wrong. */
export function frontPage(page: FrontPage): Html {
  const { base, nonce, settings, faults, clock } = page;
  return layout({
    title: '인스테드 샌드박스',
    nonce,
    isWide: true,
    script: liveUpdate,
    body: html`<h1>인스테드 샌드박스</h1>
      <p class="soft">결제를 부탁해의 모의 서비스예요. 계정도 네트워크도 필요 없어요.</p>
      <div id="live">${billsSection(page)} ${deliveriesSection(page)}</div>
      <div class="columns card" role="group" aria-label="설정과 오류">
        <section>
          <h2>오류 만들기</h2>
          <form method="post" action="${base}/faults">
            <div class="fields">${Object.keys(NO_FAULTS).map((name) => faultField(name as keyof Faults, faults))}</div>
            <button class="main" type="submit">적용하기</button>
          </form>
          <form method="post" action="${base}/faults/reset">
            <button class="quiet" type="submit">모두 되돌리기</button>
          </form>
        </section>
        <section>
          <h2>설정</h2>
          ${settingsForm(base, settings)}
          <h2>시계</h2>
          <p class="small soft">
            ${toKst(clock.now())}${clock.ahead() ? ` · ${Math.round(clock.ahead() / 60_000)}분 옮겼어요` : ''}
          </p>
          <form method="post" action="${base}/clock">
            <div class="fields">
              <label class="field">앞으로 (ms)<input name="advance" inputmode="numeric" value="3600000" /></label>
            </div>
            <button type="submit">시계 옮기기</button>
          </form>
          <form method="post" action="${base}/clock">
            <button class="quiet" type="submit" name="reset" value="true">지금으로</button>
          </form>
        </section>
      </div>`,
  });
}

function billsSection({ base, ledger }: FrontPage): Html {
  const bills = ledger.list();
  return html`<section class="card">
    <h2>결제 요청 ${bills.length}건</h2>
    ${bills.length === 0 ? html`<p class="soft">아직 없어요. 가게에서 ‘결제를 부탁해’를 눌러 보세요.</p>` : ''}
    <div class="scroll" ${bills.length ? raw('tabindex="0" role="region" aria-label="결제 요청"') : ''}>
      <table ${bills.length ? '' : 'hidden'}>
        <thead>
          <tr>
            <th>주문 번호</th>
            <th>상태</th>
            <th>금액</th>
            <th>요청자</th>
            <th>까지</th>
            <th>페이지</th>
            <th>취소</th>
          </tr>
        </thead>
        <tbody>
          ${bills.map((bill) => {
            const status = ledger.statusOf(bill);
            return html`<tr>
              <td>${bill.merchantUid}</td>
              <td><span class="badge ${status}">${STATUS_NAMES[status]}</span></td>
              <td>${won(bill.totalAmt)}</td>
              <td>${bill.name}</td>
              <td>${toKst(bill.payEndDttm)}</td>
              <td>
                <a href="${base}/api/pay?session_id=${bill.sessionId}">요청 창</a> ·
                <a href="${base}/bill/${bill.uid}">결제 페이지</a>
              </td>
              <td>
                ${
                  status === 'paid' || status === 'waiting'
                    ? html`<form method="post" action="${base}/bill/${bill.uid}/cancel">
                        <button class="small" type="submit" aria-label="${bill.merchantUid} 취소">취소</button>
                      </form>`
                    : ''
                }
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}

function deliveriesSection({ base, deliverer, settings }: FrontPage): Html {
  const deliveries = deliverer.list();
  const target = settings.hookUrl ? new URL(settings.hookUrl) : null;
  return html`<section class="card">
    <h2>통보 ${deliveries.length}건</h2>
    <p class="small soft">
      ${target ? `Hook Uri: ${target.origin}${target.pathname}` : 'Hook Uri가 없어서 아무 데도 알리지 않아요.'}
    </p>
    <div class="scroll" ${deliveries.length ? raw('tabindex="0" role="region" aria-label="통보"') : ''}>
      <table ${deliveries.length ? '' : 'hidden'}>
        <thead>
          <tr>
            <th>시각</th>
            <th>주문 번호</th>
            <th>통보</th>
            <th>시도</th>
            <th>응답</th>
            <th>걸린 시간</th>
            <th>다시</th>
          </tr>
        </thead>
        <tbody>
          ${deliveries.map(
            ({ id, at, merchantUid, status, attempt, answer, took }) =>
              html`<tr>
                <td>${toKstTime(at)}</td>
                <td>${merchantUid}</td>
                <td><span class="badge ${status}">${status}</span></td>
                <td>${attempt}</td>
                <td class="${answer === null ? '' : Number(answer) < 300 ? 'good' : 'bad'}">${answer ?? '기다려요'}</td>
                <td>${took} ms</td>
                <td>
                  <form method="post" action="${base}/deliveries/${id}/resend">
                    <button class="small" type="submit" aria-label="${merchantUid} ${status} 다시 보내기">
                      다시 보내기
                    </button>
                  </form>
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function faultField(name: keyof Faults, faults: Faults): Html {
  const choices = FAULT_CHOICES[name];
  return html`<label class="field"
    >${name}
    ${
      choices
        ? html`<select name="${name}">
            ${choices.map((value) => html`<option ${faults[name] === value ? 'selected' : ''}>${value}</option>`)}
          </select>`
        : html`<input name="${name}" inputmode="numeric" value="${faults[name]}" />`
    }</label
  >`;
}

function settingsForm(base: string, settings: Settings): Html {
  return html`<form method="post" action="${base}/settings">
    <div class="fields">
      <label class="field">Hook Uri<input name="hookUrl" value="${settings.hookUrl}" /></label>
      <label class="field">사이트 주소<input name="siteUrl" value="${settings.siteUrl}" /></label>
      <label class="field"
        >client_id (비우면 모두)<input name="clientIds" value="${settings.clientIds.join(', ')}"
      /></label>
      <label class="field"
        >통보 방식<select name="delivery">
          ${DELIVERY_MODES.map((mode) => html`<option ${settings.delivery === mode ? 'selected' : ''}>${mode}</option>`)}
        </select></label
      >
    </div>
    <fieldset>
      <legend class="small">결제 방법</legend>
      ${PAY_METHODS.map(
        (method) =>
          html`<label class="small"
            ><input
              type="checkbox"
              name="methods"
              value="${method}"
              ${settings.methods.includes(method) ? 'checked' : ''}
            />
            ${METHOD_NAMES[method]}</label
          > `,
      )}
    </fieldset>
    <button type="submit">저장하기</button>
  </form>`;
}

// The lists alone are renewed, and only when nobody is on a button in them: a form must not be pulled from under a hand.
const liveUpdate = `
const live = document.getElementById('live');
setInterval(async () => {
  if (document.hidden || live.contains(document.activeElement)) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('live');
  if (next && next.innerHTML !== live.innerHTML) live.replaceChildren(...next.childNodes);
}, 2000);
`;

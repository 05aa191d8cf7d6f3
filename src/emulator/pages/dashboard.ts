import { html } from 'hono/html';
import type { Clock } from '../clock.ts';
import type { WebhookSender } from '../webhook-sender.ts';
import { NO_FAULTS, type EmulatorFaults } from '../faults.ts';
import type { PaymentStore } from '../payment-store.ts';
import type { EmulatorSettings } from '../settings.ts';
import { paymentList } from './payment-list.ts';
import { clockForm } from './clock-form.ts';
import { webhookList } from './webhook-list.ts';
import { faultForm } from './fault-form.ts';
import { layout, type Html } from './layout.ts';
import { settingsForm } from './settings-form.ts';

export interface Dashboard {
  base: string;
  nonce: string;
  paymentStore: PaymentStore;
  webhookSender: WebhookSender;
  settings: EmulatorSettings;
  faults: EmulatorFaults;
  clock: Clock;
}

/** The sandbox's front page: what has been asked, what has been told, and what shall go wrong. */
export function dashboard(page: Dashboard): Html {
  const { base, nonce, settings, faults, clock } = page;
  return layout({
    title: '인스테드 샌드박스',
    nonce,
    isWide: true,
    script: liveUpdate,
    body: html`<h1>인스테드 샌드박스</h1>
      <p class="soft">결제를 부탁해 서비스를 흉내 내요. 계정도, 돈도 필요 없어요.</p>
      <div id="live" data-from="${base}/live">${dashboardLists(page)}</div>
      <div class="columns">
        <section class="card" aria-labelledby="faults">
          <h2 id="faults">오류 만들기</h2>
          ${faultForm(base, faults)}
        </section>
        <div>
          <section class="card" aria-labelledby="clock">
            <h2 id="clock">시계</h2>
            ${clockForm(base, clock)}
          </section>
          <section class="card" aria-labelledby="settings">
            <h2 id="settings">설정</h2>
            ${settingsForm(base, settings)}
          </section>
        </div>
      </div>`,
  });
}

/** The part that changes by itself. */
export const dashboardLists = (page: Omit<Dashboard, 'nonce'>): Html =>
  html`${activeFaults(page.faults)} ${paymentList(page)} ${webhookList(page)}`;

/** A fault that somebody forgot is worse than none. */
function activeFaults(faults: EmulatorFaults): Html | '' {
  const names = (Object.keys(NO_FAULTS) as (keyof EmulatorFaults)[]).filter((name) => faults[name] !== NO_FAULTS[name]);
  if (names.length === 0) return '';
  return html`<p class="warning">
    <b>켜진 오류 ${names.length}개</b> ${names.map((name) => html`<code>${name}: ${faults[name]}</code> `)}
  </p>`;
}

// The lists alone are renewed, and only while nobody is on a button in them: a form must not be pulled from under a hand.
const liveUpdate = `
const live = document.getElementById('live');
let shown = '';
setInterval(async () => {
  if (document.hidden || live.contains(document.activeElement)) return;
  const answer = await fetch(live.dataset.from).catch(() => null);
  const next = answer?.ok ? await answer.text() : shown;
  if (next === shown || live.contains(document.activeElement)) return;
  live.innerHTML = shown = next;
}, 2000);
`;

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
import { apiList } from './api-list.ts';
import type { View } from './language.ts';
import { layout, type Html } from './layout.ts';
import { settingsForm } from './settings-form.ts';

export interface Dashboard {
  base: string;
  /** The URL of the emulator, with its path. */
  url: string;
  view: View;
  paymentStore: PaymentStore;
  webhookSender: WebhookSender;
  settings: EmulatorSettings;
  faults: EmulatorFaults;
  clock: Clock;
  isWebhookUrlFixed: boolean;
}

/** Renders the dashboard: requests, webhooks, failures, clock and settings. */
export function dashboard(page: Dashboard): Html {
  const { base, url, view, settings, faults, clock, isWebhookUrlFixed } = page;
  const { t } = view;
  const title = t('인스테드 에뮬레이터', 'Instead emulator');
  const applied = namesOf(faults).length;
  return layout({
    title: applied === 0 ? title : `${appliedFaults(applied, view)} · ${title}`,
    view,
    isWide: true,
    script: liveUpdate,
    body: html`<h1>${title}</h1>
      <p class="soft">${t('모의 결제예요. 실제로 결제되지 않아요.', 'Payments here are emulated. No money moves.')}</p>
      <div id="live" data-from="${base}/live">${dashboardLists(page)}</div>
      <div class="columns">
        <section class="card" aria-labelledby="faults">
          <h2 id="faults">${t('장애 시뮬레이션', 'Simulated failures')}</h2>
          ${faultForm(base, faults, view)}
        </section>
        <div>
          <section class="card" aria-labelledby="clock">
            <h2 id="clock">${t('시각', 'Clock')}</h2>
            ${clockForm(base, clock, view)}
          </section>
          <section class="card" aria-labelledby="settings">
            <h2 id="settings">${t('설정', 'Settings')}</h2>
            ${settingsForm(base, settings, isWebhookUrlFixed, view)}
          </section>
          <section class="card" aria-labelledby="api">
            <h2 id="api">${t('판매자 서버용 API', 'API for the shop’s server')}</h2>
            ${apiList(url, view)}
          </section>
        </div>
      </div>`,
  });
}

/** Renders the part of the dashboard that is updated by polling. */
export const dashboardLists = (page: Dashboard): Html =>
  html`${activeFaults(page.faults, page.view)} ${paymentList(page)} ${webhookList(page)}`;

const namesOf = (faults: EmulatorFaults) =>
  (Object.keys(NO_FAULTS) as (keyof EmulatorFaults)[]).filter((name) => faults[name] !== NO_FAULTS[name]);

const appliedFaults = (count: number, { t }: View): string =>
  t(`적용 중인 장애 ${count}개`, `Failures applied: ${count}`);

/** Lists the failures that are applied, so that none is forgotten. */
function activeFaults(faults: EmulatorFaults, view: View): Html | '' {
  const names = namesOf(faults);
  if (names.length === 0) return '';
  return html`<p class="warning">
    <b>${appliedFaults(names.length, view)}</b>
    ${names.map((name) => html`<code>${name}: ${faults[name]}</code> `)}
  </p>`;
}

// Updates the lists only while the focus is elsewhere: a button must not move while it is being used.
const liveUpdate = `
const live = document.getElementById('live');
let shown = '';
setInterval(async () => {
  if (document.hidden || live.contains(document.activeElement)) return;
  const response = await fetch(live.dataset.from).catch(() => null);
  const next = response?.ok ? await response.text() : shown;
  if (next === shown || live.contains(document.activeElement)) return;
  live.innerHTML = shown = next;
}, 2000);
`;

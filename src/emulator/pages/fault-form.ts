import { html } from 'hono/html';
import { FAULT_CHOICES, NO_FAULTS, type EmulatorFaults } from '../faults.ts';
import type { Translate, View } from './language.ts';
import type { Html } from './layout.ts';

type Label = readonly [ko: string, en: string];

/** The form shows the option's name, too, so that a failure can be repeated in a test. */
const LABELS: Record<keyof EmulatorFaults, Label> = {
  scriptDelay: ['스크립트 지연 (ms)', 'Script delay (ms)'],
  scriptStatus: ['스크립트 HTTP 상태', 'Script HTTP status'],
  scriptBody: ['스크립트 본문', 'Script body'],
  tokenDelay: ['토큰 지연 (ms)', 'Token delay (ms)'],
  tokenStatus: ['토큰 HTTP 상태', 'Token HTTP status'],
  tokenBody: ['토큰 응답 본문', 'Token response body'],
  tokenLifetime: ['토큰 유효 시간 (ms, 0은 무제한)', 'Token lifetime (ms, 0: unlimited)'],
  sessionDelay: ['세션 지연 (ms)', 'Session delay (ms)'],
  sessionStatus: ['세션 HTTP 상태', 'Session HTTP status'],
  sessionStatusTimes: ['상태 적용 횟수 (0은 무제한)', 'Times of the status (0: unlimited)'],
  sessionBody: ['세션 응답 본문', 'Session response body'],
  popup: ['팝업 메시지', 'Popup messages'],
  amount: ['조회 금액 (원, 0은 실제 금액)', 'Look-up amount (won, 0: the real one)'],
};

const CHOICE_LABELS: Record<string, Label> = {
  script: ['정상', 'normal'],
  json: ['정상', 'normal'],
  html: ['HTML 오류 페이지', 'HTML error page'],
  empty: ['빈 응답', 'empty response'],
  normal: ['정상', 'normal'],
  silent: ['메시지 없음', 'no messages'],
  closes: ['메시지 없이 닫힘', 'closes without a message'],
  twice: ['메시지 중복', 'duplicated messages'],
  forged: ['잘못된 메시지', 'invalid messages'],
};

const GROUPS: [Label, (keyof EmulatorFaults)[]][] = [
  [
    ['스크립트', 'Script'],
    ['scriptDelay', 'scriptStatus', 'scriptBody'],
  ],
  [
    ['토큰', 'Token'],
    ['tokenDelay', 'tokenStatus', 'tokenBody', 'tokenLifetime'],
  ],
  [
    ['세션', 'Session'],
    ['sessionDelay', 'sessionStatus', 'sessionStatusTimes', 'sessionBody'],
  ],
  [
    ['팝업과 조회', 'Popup and look-up'],
    ['popup', 'amount'],
  ],
];

/** Renders the form of the failures to simulate. */
export function faultForm(base: string, faults: EmulatorFaults, { t }: View): Html {
  return html`<form method="post" action="${base}/faults">
      ${GROUPS.map(
        ([legend, names]) =>
          html`<fieldset>
            <legend>${t(...legend)}</legend>
            <div class="fields">${names.map((name) => field(name, faults, t))}</div>
          </fieldset>`,
      )}
      <button class="main" type="submit">${t('적용하기', 'Apply')}</button>
    </form>
    <form method="post" action="${base}/faults/reset">
      <button class="quiet" type="submit">${t('모두 초기화', 'Reset all')}</button>
    </form>`;
}

function field(name: keyof EmulatorFaults, faults: EmulatorFaults, t: Translate): Html {
  const value = faults[name];
  const choices = FAULT_CHOICES[name];
  return html`<label class="field ${value === NO_FAULTS[name] ? '' : 'on'}"
    ><span>${t(...LABELS[name])} <code>${name}</code></span
    >${
      choices
        ? html`<select name="${name}">
            ${choices.map(
              (choice) =>
                html`<option value="${choice}" ${choice === value ? 'selected' : ''}>
                  ${t(...CHOICE_LABELS[choice]!)}
                </option>`,
            )}
          </select>`
        : html`<input name="${name}" inputmode="numeric" value="${value}" required />`
    }</label
  >`;
}

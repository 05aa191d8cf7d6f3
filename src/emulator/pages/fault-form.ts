import { html } from 'hono/html';
import { FAULT_CHOICES, NO_FAULTS, type EmulatorFaults } from '../faults.ts';
import type { Html } from './layout.ts';

/** The Korean labels. The form shows the option's name, too, so that a failure can be repeated in a test. */
const LABELS: Record<keyof EmulatorFaults, string> = {
  scriptDelay: '스크립트 지연 (ms)',
  scriptStatus: '스크립트 HTTP 상태',
  scriptBody: '스크립트 본문',
  tokenDelay: '토큰 지연 (ms)',
  tokenStatus: '토큰 HTTP 상태',
  tokenBody: '토큰 응답 본문',
  tokenLifetime: '토큰 유효 시간 (ms, 0은 무제한)',
  sessionDelay: '세션 지연 (ms)',
  sessionStatus: '세션 HTTP 상태',
  sessionStatusTimes: '상태 적용 횟수 (0은 무제한)',
  sessionBody: '세션 응답 본문',
  popup: '팝업 메시지',
  amount: '조회 금액 (원, 0은 실제 금액)',
};

const CHOICE_LABELS: Record<string, string> = {
  script: '정상',
  json: '정상',
  html: 'HTML 오류 페이지',
  empty: '빈 응답',
  normal: '정상',
  silent: '메시지 없음',
  closes: '메시지 없이 닫힘',
  twice: '메시지 중복',
  forged: '잘못된 메시지',
};

const GROUPS: [string, (keyof EmulatorFaults)[]][] = [
  ['스크립트', ['scriptDelay', 'scriptStatus', 'scriptBody']],
  ['토큰', ['tokenDelay', 'tokenStatus', 'tokenBody', 'tokenLifetime']],
  ['세션', ['sessionDelay', 'sessionStatus', 'sessionStatusTimes', 'sessionBody']],
  ['팝업과 조회', ['popup', 'amount']],
];

/** Renders the form of the failures to simulate. */
export function faultForm(base: string, faults: EmulatorFaults): Html {
  return html`<form method="post" action="${base}/faults">
      ${GROUPS.map(
        ([legend, names]) =>
          html`<fieldset>
            <legend>${legend}</legend>
            <div class="fields">${names.map((name) => field(name, faults))}</div>
          </fieldset>`,
      )}
      <button class="main" type="submit">적용하기</button>
    </form>
    <form method="post" action="${base}/faults/reset">
      <button class="quiet" type="submit">모두 초기화</button>
    </form>`;
}

function field(name: keyof EmulatorFaults, faults: EmulatorFaults): Html {
  const value = faults[name];
  const choices = FAULT_CHOICES[name];
  return html`<label class="field ${value === NO_FAULTS[name] ? '' : 'on'}"
    ><span>${LABELS[name]} <code>${name}</code></span
    >${
      choices
        ? html`<select name="${name}">
            ${choices.map(
              (choice) =>
                html`<option value="${choice}" ${choice === value ? 'selected' : ''}>${CHOICE_LABELS[choice]}</option>`,
            )}
          </select>`
        : html`<input name="${name}" inputmode="numeric" value="${value}" required />`
    }</label
  >`;
}

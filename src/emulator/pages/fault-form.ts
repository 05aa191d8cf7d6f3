import { html } from 'hono/html';
import { FAULT_CHOICES, NO_FAULTS, type EmulatorFaults } from '../faults.ts';
import type { Html } from './layout.ts';

/** The Korean label and the name of the option, so that a failure tried by hand can be used in a test. */
const LABELS: Record<keyof EmulatorFaults, string> = {
  scriptDelay: '스크립트 지연 (ms)',
  scriptStatus: '스크립트 HTTP 상태',
  scriptBody: '스크립트 내용',
  tokenDelay: '토큰 지연 (ms)',
  tokenStatus: '토큰 HTTP 상태',
  tokenBody: '토큰 응답 내용',
  tokenLifetime: '토큰 수명 (ms, 0은 계속)',
  sessionDelay: '세션 지연 (ms)',
  sessionStatus: '세션 HTTP 상태',
  sessionStatusTimes: '상태를 낼 횟수 (0은 계속)',
  sessionBody: '세션 응답 내용',
  popup: '결제 창',
  amount: '조회 금액 (원, 0은 그대로)',
};

const WORDS: Record<string, string> = {
  script: '정상',
  json: '정상',
  html: 'HTML 오류 페이지',
  empty: '빈 응답',
  normal: '정상',
  silent: '아무 말도 안 해요',
  closes: '말없이 닫혀요',
  twice: '두 번씩 말해요',
  forged: '이상한 말을 섞어요',
};

const GROUPS: [string, (keyof EmulatorFaults)[]][] = [
  ['스크립트', ['scriptDelay', 'scriptStatus', 'scriptBody']],
  ['토큰', ['tokenDelay', 'tokenStatus', 'tokenBody', 'tokenLifetime']],
  ['세션', ['sessionDelay', 'sessionStatus', 'sessionStatusTimes', 'sessionBody']],
  ['결제 창과 조회', ['popup', 'amount']],
];

/** The form of the failures to simulate. */
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
      <button class="quiet" type="submit">모두 되돌리기</button>
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
                html`<option value="${choice}" ${choice === value ? 'selected' : ''}>${WORDS[choice]}</option>`,
            )}
          </select>`
        : html`<input name="${name}" inputmode="numeric" value="${value}" required />`
    }</label
  >`;
}

import { html } from 'hono/html';
import { DELIVERY_MODES, PAY_METHODS, type DeliveryMode, type EmulatorSettings } from '../settings.ts';
import { METHOD_NAMES, type Html } from './layout.ts';

const MODE_NAMES: Record<DeliveryMode, string> = {
  normal: '정상',
  resend: '재전송',
  three_at_once: '동시 3회',
  out_of_order: '순서 바뀜',
  late: '지연',
};

/**
 * Renders the form of the settings.
 *
 * A browser does not submit unchecked boxes. The hidden `methods` field distinguishes "none checked" from "not changed".
 */
export function settingsForm(base: string, settings: EmulatorSettings): Html {
  return html`<form method="post" action="${base}/settings">
    <div class="fields">
      <label class="field"
        ><span>웹훅 주소 (Hook Uri)</span
        ><input name="webhookUrl" inputmode="url" autocomplete="off" value="${settings.webhookUrl}"
      /></label>
      <label class="field"
        ><span>사이트 주소</span><input name="siteUrl" inputmode="url" autocomplete="off" value="${settings.siteUrl}"
      /></label>
      <label class="field"
        ><span>client_id (비우면 모두)</span
        ><input name="clientIds" autocomplete="off" value="${settings.clientIds.join(', ')}"
      /></label>
      <label class="field"
        ><span>웹훅 전송</span
        ><select name="delivery">
          ${DELIVERY_MODES.map(
            (mode) =>
              html`<option value="${mode}" ${settings.delivery === mode ? 'selected' : ''}>
                ${MODE_NAMES[mode]}
              </option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span>재전송 횟수</span><input name="resendTimes" inputmode="numeric" value="${settings.resendTimes}" required
      /></label>
      <label class="field"
        ><span>지연 시간 (ms)</span><input name="lateBy" inputmode="numeric" value="${settings.lateBy}" required
      /></label>
    </div>
    <fieldset>
      <legend>결제 방법</legend>
      <input type="hidden" name="methods" value="" />
      <div class="ticks">${PAY_METHODS.map((method) => checkbox(method, settings))}</div>
    </fieldset>
    <button class="main" type="submit">저장하기</button>
  </form>`;
}

const checkbox = (method: (typeof PAY_METHODS)[number], settings: EmulatorSettings): Html =>
  html`<label
    ><input type="checkbox" name="methods" value="${method}" ${settings.methods.includes(method) ? 'checked' : ''} />
    ${METHOD_NAMES[method]}</label
  >`;

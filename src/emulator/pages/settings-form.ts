import { html } from 'hono/html';
import { DELIVERY_MODES, PAY_METHODS, type DeliveryMode, type EmulatorSettings } from '../settings.ts';
import { maskUrl } from '../mask-url.ts';
import type { View } from './language.ts';
import type { Html } from './layout.ts';

const MODE_NAMES: Record<DeliveryMode, readonly [ko: string, en: string]> = {
  normal: ['정상', 'normal'],
  resend: ['재전송', 'resent'],
  three_at_once: ['동시 3회', 'three at once'],
  out_of_order: ['순서 바뀜', 'out of order'],
  late: ['지연', 'late'],
};

/**
 * Renders the form of the settings.
 *
 * A browser does not submit unchecked boxes. The hidden `methods` field distinguishes "none checked" from "not changed".
 */
export function settingsForm(base: string, settings: EmulatorSettings, isWebhookUrlFixed: boolean, view: View): Html {
  const { t } = view;
  return html`<form method="post" action="${base}/settings">
    <div class="fields">
      <label class="field"
        ><span>${t('웹훅 주소', 'Webhook URL')} (Hook Uri)</span>${
          isWebhookUrlFixed
            ? html`<output>${maskUrl(settings.webhookUrl) || t('없음', 'none')}</output>`
            : html`<input name="webhookUrl" inputmode="url" autocomplete="off" value="${settings.webhookUrl}" />`
        }</label
      >
      <label class="field"
        ><span>${t('사이트 주소', 'Site URL')}</span
        ><input name="siteUrl" inputmode="url" autocomplete="off" value="${settings.siteUrl}"
      /></label>
      <label class="field"
        ><span>${t('client_id (비우면 모두)', 'client_id (empty: any)')}</span
        ><input name="clientIds" autocomplete="off" value="${settings.clientIds.join(', ')}"
      /></label>
      <label class="field"
        ><span>${t('웹훅 전송', 'Webhook delivery')}</span
        ><select name="delivery">
          ${DELIVERY_MODES.map(
            (mode) =>
              html`<option value="${mode}" ${settings.delivery === mode ? 'selected' : ''}>
                ${t(...MODE_NAMES[mode])}
              </option>`,
          )}
        </select></label
      >
      <label class="field"
        ><span>${t('재전송 횟수', 'Times resent')}</span
        ><input name="resendTimes" inputmode="numeric" value="${settings.resendTimes}" required
      /></label>
      <label class="field"
        ><span>${t('지연 시간 (ms)', 'Delay (ms)')}</span
        ><input name="lateBy" inputmode="numeric" value="${settings.lateBy}" required
      /></label>
    </div>
    <fieldset>
      <legend>${t('결제 방법', 'Payment methods')}</legend>
      <input type="hidden" name="methods" value="" />
      <div class="ticks">${PAY_METHODS.map((method) => checkbox(method, settings, view))}</div>
    </fieldset>
    <button class="main" type="submit">${t('저장하기', 'Save')}</button>
  </form>`;
}

const checkbox = (method: (typeof PAY_METHODS)[number], settings: EmulatorSettings, { words }: View): Html =>
  html`<label
    ><input type="checkbox" name="methods" value="${method}" ${settings.methods.includes(method) ? 'checked' : ''} />
    ${words.methods[method]}</label
  >`;

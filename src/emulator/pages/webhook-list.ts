import { html } from 'hono/html';
import type { EmulatorSettings } from '../settings.ts';
import type { Delivery } from '../delivery.ts';
import type { WebhookSender } from '../webhook-sender.ts';
import type { Translate, View } from './language.ts';
import { toKstTime, type Html } from './layout.ts';

interface WebhookListProps {
  base: string;
  webhookSender: WebhookSender;
  settings: EmulatorSettings;
  view: View;
}

/** Renders all webhooks, newest first, with the response of the shop and a button that resends them. */
export function webhookList({ base, webhookSender, settings, view }: WebhookListProps): Html {
  const { t } = view;
  const deliveries = webhookSender.list();
  return html`<section class="card" aria-labelledby="deliveries">
    <h2 id="deliveries">${t(`웹훅 전송 ${deliveries.length}건`, `Webhooks sent: ${deliveries.length}`)}</h2>
    ${settings.webhookUrl ? '' : html`<p class="soft">${t('웹훅 주소가 없어서 웹훅을 보내지 않아요. 아래 설정에 입력해 주세요.', 'No webhooks are sent without a webhook URL. Enter it in the settings below.')}</p>`}
    ${settings.webhookUrl && deliveries.length === 0 ? html`<p class="soft">${t('아직 없어요. 결제하거나 거절하면 웹훅을 보내요.', 'None yet. A webhook is sent when a request is paid or declined.')}</p>` : ''}
    <ul class="rows">
      ${deliveries.map((delivery) => row(base, delivery, view))}
    </ul>
  </section>`;
}

function row(
  base: string,
  { id, at, merchantUid, status, address, attempt, answer, durationMs, retryIn }: Delivery,
  view: View,
): Html {
  const { t } = view;
  const isAccepted = typeof answer === 'number' && answer < 300;
  return html`<li>
    <p class="lead"><strong>${merchantUid}</strong> <span class="badge ${status}">${status}</span></p>
    <p class="figure ${answer === null ? 'soft' : isAccepted ? 'good' : 'bad'}">${answerLabel(answer, t)}</p>
    <p class="facts">
      <span>${toKstTime(at, view)}</span>
      <span>GET ${address}</span>
      <span>${t(`${attempt}번째 시도`, `attempt ${attempt}`)}</span>
      ${answer === null ? '' : html`<span>${durationMs} ms</span>`}
      ${retryIn === null ? '' : html`<span>${t(`${retryIn / 1_000}초 뒤 재시도`, `retry in ${retryIn / 1_000} s`)}</span>`}
    </p>
    <div class="actions">
      <form method="post" action="${base}/deliveries/${id}/resend">
        <button class="small" type="submit" aria-label="${merchantUid} ${status} ${t('재전송', 'Resend')}">
          ${t('재전송', 'Resend')}
        </button>
      </form>
    </div>
  </li>`;
}

function answerLabel(answer: Delivery['answer'], t: Translate): string {
  switch (answer) {
    case null:
      return t('응답 대기 중', 'waiting for the response');
    case 'unreachable':
      return t('연결하지 못했어요', 'unreachable');
    case 'timed_out':
      return t('15초 동안 응답이 없었어요', 'no response within 15 seconds');
    case 'status_hidden':
      return t('응답 상태를 알 수 없어요', 'the status of the response is unknown');
    default:
      return `${answer}`;
  }
}

import { html } from 'hono/html';
import type { EmulatorSettings } from '../settings.ts';
import type { Delivery, WebhookSender } from '../webhook-sender.ts';
import { toKstTime, type Html } from './layout.ts';

interface WebhookListProps {
  base: string;
  webhookSender: WebhookSender;
  settings: EmulatorSettings;
}

/** Renders all webhooks, newest first, with the response of the shop and a button that resends them. */
export function webhookList({ base, webhookSender, settings }: WebhookListProps): Html {
  const deliveries = webhookSender.list();
  return html`<section class="card" aria-labelledby="deliveries">
    <h2 id="deliveries">웹훅 전송 ${deliveries.length}건</h2>
    ${settings.webhookUrl ? '' : html`<p class="soft">웹훅 주소가 없어서 웹훅을 보내지 않아요. 아래 설정에 입력해 주세요.</p>`}
    ${settings.webhookUrl && deliveries.length === 0 ? html`<p class="soft">아직 없어요. 결제하거나 거절하면 웹훅을 보내요.</p>` : ''}
    <ul class="rows">
      ${deliveries.map((delivery) => row(base, delivery))}
    </ul>
  </section>`;
}

function row(
  base: string,
  { id, at, merchantUid, status, address, attempt, answer, durationMs, retryIn }: Delivery,
): Html {
  const isAccepted = typeof answer === 'number' && answer < 300;
  return html`<li>
    <p class="lead"><strong>${merchantUid}</strong> <span class="badge ${status}">${status}</span></p>
    <p class="figure ${answer === null ? 'soft' : isAccepted ? 'good' : 'bad'}">${answer ?? '응답 대기 중'}</p>
    <p class="facts">
      <span>${toKstTime(at)}</span>
      <span>GET ${address}</span>
      <span>${attempt}번째 시도</span>
      ${answer === null ? '' : html`<span>${durationMs} ms</span>`}
      ${retryIn === null ? '' : html`<span>${retryIn / 1_000}초 뒤 재시도</span>`}
    </p>
    <div class="actions">
      <form method="post" action="${base}/deliveries/${id}/resend">
        <button class="small" type="submit" aria-label="${merchantUid} ${status} 재전송">재전송</button>
      </form>
    </div>
  </li>`;
}

import { html } from 'hono/html';
import type { EmulatorSettings } from '../settings.ts';
import type { Delivery, WebhookSender } from '../webhook-sender.ts';
import { toKstTime, type Html } from './layout.ts';

interface WebhookListProps {
  base: string;
  webhookSender: WebhookSender;
  settings: EmulatorSettings;
}

/** All webhooks, newest first, with the response of the shop and a button that sends each one again. */
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
  const isTaken = typeof answer === 'number' && answer < 300;
  return html`<li>
    <p class="lead"><strong>${merchantUid}</strong> <span class="badge ${status}">${status}</span></p>
    <p class="figure ${answer === null ? 'soft' : isTaken ? 'good' : 'bad'}">${answer ?? '기다리고 있어요'}</p>
    <p class="facts">
      <span>${toKstTime(at)}</span>
      <span>GET ${address}</span>
      <span>${attempt}번째</span>
      ${answer === null ? '' : html`<span>${durationMs} ms</span>`}
      ${retryIn === null ? '' : html`<span>다음 시도는 ${retryIn / 1_000}초 뒤</span>`}
    </p>
    <div class="actions">
      <form method="post" action="${base}/deliveries/${id}/resend">
        <button class="small" type="submit" aria-label="${merchantUid} ${status} 다시 보내기">다시 보내기</button>
      </form>
    </div>
  </li>`;
}

import { html } from 'hono/html';
import type { Clock } from '../clock.ts';
import { toKst, type Html } from './layout.ts';

const STEPS = [
  ['+10분', 600_000],
  ['+1시간', 3_600_000],
  ['+1일', 86_400_000],
] as const;

/** Renders the clock and a form that moves it. Requests expire, and late webhooks are sent, by this clock. */
export function clockForm(base: string, clock: Clock): Html {
  return html`<p>
      <strong>${toKst(clock.now())}</strong>
      ${clock.ahead() ? html`<span class="soft small">실제 시각과 ${Math.round(clock.ahead() / 60_000)}분 차이</span>` : ''}
    </p>
    <form class="inline" method="post" action="${base}/clock">
      ${STEPS.map(([label, ms]) => html`<button class="small" type="submit" name="advance" value="${ms}">${label}</button>`)}
      <button class="small quiet" type="submit" name="reset" value="true">실제 시각으로</button>
    </form>`;
}

import { html } from 'hono/html';
import type { Clock } from '../clock.ts';
import { toKst, type Html } from './layout.ts';

const STEPS = [
  ['10분 지나기', 600_000],
  ['1시간 지나기', 3_600_000],
  ['하루 지나기', 86_400_000],
] as const;

/** The clock, and a form to move it: requests expire by it, and late webhooks are sent by it. */
export function clockForm(base: string, clock: Clock): Html {
  return html`<p>
      <strong>${toKst(clock.now())}</strong>
      ${clock.ahead() ? html`<span class="soft small">${Math.round(clock.ahead() / 60_000)}분 옮겼어요</span>` : ''}
    </p>
    <form class="inline" method="post" action="${base}/clock">
      ${STEPS.map(([words, ms]) => html`<button class="small" type="submit" name="advance" value="${ms}">${words}</button>`)}
      <button class="small quiet" type="submit" name="reset" value="true">지금으로</button>
    </form>`;
}

import { html } from 'hono/html';
import type { Clock } from '../clock.ts';
import type { View } from './language.ts';
import { toKst, type Html } from './layout.ts';

const STEPS = [
  ['+10분', '+10 minutes', 600_000],
  ['+1시간', '+1 hour', 3_600_000],
  ['+1일', '+1 day', 86_400_000],
] as const;

/** Renders the clock and a form that moves it. Requests expire, and late webhooks are sent, by this clock. */
export function clockForm(base: string, clock: Clock, view: View): Html {
  const { t } = view;
  const minutes = Math.round(clock.ahead() / 60_000);
  return html`<p>
      <strong>${toKst(clock.now(), view)}</strong>
      ${clock.ahead() ? html`<span class="soft small">${t(`실제 시각과 ${minutes}분 차이`, `${minutes} minutes off the real time`)}</span>` : ''}
    </p>
    <form class="inline" method="post" action="${base}/clock">
      ${STEPS.map(([ko, en, ms]) => html`<button class="small" type="submit" name="advance" value="${ms}">${t(ko, en)}</button>`)}
      <button class="small quiet" type="submit" name="reset" value="true">${t('실제 시각으로', 'Reset')}</button>
    </form>`;
}

import { html } from 'hono/html';
import type { View } from './language.ts';
import { layout, type Html } from './layout.ts';

/** Renders a page with a message and an optional link back. */
export function messagePage(options: { view: View; title: string; body: Html | string; backPath?: string }): Html {
  const { view, title, body, backPath } = options;
  return layout({
    title,
    view,
    body: html`<h1>${title}</h1>
      <p>${body}</p>
      ${backPath ? html`<p class="back"><a class="button" href="${backPath}">${view.words.back}</a></p>` : ''}`,
  });
}

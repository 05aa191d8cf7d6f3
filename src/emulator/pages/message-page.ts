import { html } from 'hono/html';
import { layout, type Html } from './layout.ts';

/** Renders a page with a message and an optional link back. */
export function messagePage(options: { nonce: string; title: string; body: Html | string; backPath?: string }): Html {
  const { nonce, title, body, backPath } = options;
  return layout({
    title,
    nonce,
    body: html`<h1>${title}</h1>
      <p>${body}</p>
      ${backPath ? html`<p class="back"><a class="button" href="${backPath}">돌아가기</a></p>` : ''}`,
  });
}

import { html } from 'hono/html';
import { cancelUrl, lookupUrl } from '../emulator-lookup.ts';
import type { View } from './language.ts';
import type { Html } from './layout.ts';

/** Renders the addresses that the shop's server calls: look-up and cancellation. */
export const apiList = (url: string, { t }: View): Html =>
  html`<dl class="api">
    <dt>${t('결제 조회', 'Look-up')}</dt>
    <dd><code>GET ${lookupUrl(url, '{instead_uid}')}</code></dd>
    <dt>${t('결제 취소', 'Cancellation')}</dt>
    <dd><code>POST ${cancelUrl(url, '{instead_uid}')}</code></dd>
  </dl>`;

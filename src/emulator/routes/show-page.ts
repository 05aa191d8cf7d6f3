import type { Context } from 'hono';
import { policyFor, type Html } from '../pages/layout.ts';

export const newNonce = (): string => crypto.randomUUID().replaceAll('-', '');

/** Responds with a page under a strict Content-Security-Policy. */
export async function showPage(
  context: Context,
  nonce: string,
  page: Html,
  status: 200 | 400 | 404 | 410 = 200,
): Promise<Response> {
  return context.html(await page, status, {
    'Content-Security-Policy': policyFor(nonce),
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
}

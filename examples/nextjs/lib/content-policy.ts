import { readSettings } from './instead-settings';

/** What a page of this shop may load. Instead's script gets in by the nonce, its API by its address. */
export function createPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === 'development';
  const api = new URL(readSettings().apiUrl ?? 'https://instead.co.kr/api', 'http://this.shop').origin;
  return [
    "default-src 'self'",
    // React's development build makes its stack traces with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Next's development overlay writes its own styles; a nonce would switch 'unsafe-inline' off.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    `connect-src 'self'${api === 'http://this.shop' ? '' : ` ${api}`}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

import { earlyTokenKey } from '../protocol/early-token.ts';
import { SHARED_PAGE } from '../protocol/shared-page.ts';

// `<` could end the script element.
const toLiteral = (text: string) => JSON.stringify(text).replace(/</g, '\\u003c');

/**
 * Returns the inline script that requests the token (guide, step 3) as Instead's script does, and leaves it on the page. A
 * request that fails leaves nothing: the provider then lets the script request the token.
 */
export const toBootScript = (clientId: string, apiUrl: string): string =>
  `(window[Symbol.for("${SHARED_PAGE}")]??={connections:new Map,openPayments:new Set})` +
  `.earlyToken={key:${toLiteral(earlyTokenKey(clientId, apiUrl))},` +
  `token:fetch(${toLiteral(`${apiUrl}/token`)},{method:"POST",headers:{"Content-Type":"application/json"},` +
  `body:${toLiteral(JSON.stringify({ client_id: clientId }))}})` +
  `.then(r=>r.status==200?r.json():{}).then(t=>t.access_token).catch(()=>{})}`;

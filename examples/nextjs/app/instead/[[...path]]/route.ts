import { isEmbedded } from '@/lib/instead-settings';
import { getEmulator } from '@/lib/emulator';
import { readLanguage } from '@/lib/read-words';

export const dynamic = 'force-dynamic';

/** The local emulator, unless the shop is configured for the real service. */
async function answer(request: Request): Promise<Response> {
  if (!isEmbedded()) return new Response('Not found', { status: 404 });
  // Its pages are in the language of the shop, not of the browser: a popup in another language would look like a mistake.
  const headers = new Headers(request.headers);
  headers.set('Accept-Language', await readLanguage());
  return getEmulator().fetch(new Request(request, { headers }));
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};

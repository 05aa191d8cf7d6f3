import { isEmbedded } from '@/lib/instead-settings';
import { getEmulator } from '@/lib/emulator';

export const dynamic = 'force-dynamic';

/** The local emulator, unless the shop is configured for the real service. */
async function answer(request: Request): Promise<Response> {
  if (!isEmbedded()) return new Response('Not found', { status: 404 });
  return getEmulator().fetch(request);
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

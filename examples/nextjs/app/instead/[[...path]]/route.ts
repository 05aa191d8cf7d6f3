import { isEmbedded } from '@/lib/instead-settings';
import { getSandbox } from '@/lib/sandbox';

export const dynamic = 'force-dynamic';

/** The pretended service, as long as the shop is not pointed at the real one. */
async function answer(request: Request): Promise<Response> {
  if (!isEmbedded) return new Response('Not found', { status: 404 });
  return getSandbox().fetch(asAddressed(request));
}

// Next writes request.url with the host that it listens on. The sandbox tells by the host whether it is asked from this
// machine and by its own pages, so it has to be the one that the browser named.
function asAddressed(request: Request): Request {
  const { pathname, search } = new URL(request.url);
  const url = `http://${request.headers.get('host') ?? 'localhost'}${pathname}${search}`;
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    // Node asks for it with a body that streams; the DOM's types do not know it.
    ...{ duplex: 'half' },
  });
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

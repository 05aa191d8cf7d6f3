import type { MiddlewareHandler } from 'hono';

/** Restricts the emulator to this machine: on a public shop that still mounts it, anybody could "pay". */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  // Frameworks and proxies put their own host into the address; the requested host is in a header.
  const named = ['host', 'x-forwarded-host']
    .map((name) => context.req.header(name))
    .filter((host) => host !== undefined);
  const hostnames = [context.req.url, ...named.map((host) => `http://${host}`)].map(hostnameOf);
  const hostname = hostnames.find((name) => !isLoopback(name));
  if (hostname === undefined) return next();
  return context.text(
    `This is a local emulator (모의 결제). Its payments are not real, so it only responds on this machine, not as ${hostname}. ` +
      'If that is what you want, create it with allowRemoteAccess: true, or start instead-emulator with --host 0.0.0.0.',
    403,
  );
};

/** Rejects requests from other sites' pages. Only the addresses under /api are meant for other sites. */
export const notFromOtherSites =
  (base: string): MiddlewareHandler =>
  async (context, next) => {
    const { pathname, host } = new URL(context.req.url);
    const own = context.req.header('host') ?? host;
    const isService = pathname.startsWith(`${base}/api/`);
    if (context.req.method === 'GET' || isService) return next();
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isForeign = site === 'cross-site' || site === 'same-site' || (origin !== undefined && hostOf(origin) !== own);
    if (isForeign) return context.text('Another site may not do this in the sandbox.', 403);
    return next();
  };

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function hostnameOf(address: string): string {
  try {
    return new URL(address).hostname;
  } catch {
    return address;
  }
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}

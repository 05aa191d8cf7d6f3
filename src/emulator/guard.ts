import type { MiddlewareHandler } from 'hono';

/** Rejects other host names than this machine's: on a public shop that still mounts the emulator, anybody could "pay". */
export const onlyLoopback: MiddlewareHandler = async (context, next) => {
  // Behind a framework or a proxy, the URL has another host than the request; a header has the requested one.
  const hosts = ['host', 'x-forwarded-host']
    .map((name) => context.req.header(name))
    .filter((host) => host !== undefined);
  const hostnames = [context.req.url, ...hosts.map((host) => `http://${host}`)].map(hostnameOf);
  const hostname = hostnames.find((name) => !isLoopback(name));
  if (hostname === undefined) return next();
  return context.text(
    `This is a local emulator (모의 결제). It does not respond as ${hostname}, because its payments are not real. ` +
      'To allow it, call createEmulator() with allowRemoteAccess: true, or run instead-emulator with --host 0.0.0.0.',
    403,
  );
};

/** What the script calls from a shop's page. */
export const SCRIPT_PATHS: readonly string[] = ['/api/token', '/api/session'];

/** Rejects POST requests from pages of other sites, except those of the script. */
export const notFromOtherSites =
  (base: string): MiddlewareHandler =>
  async (context, next) => {
    const { pathname, host } = new URL(context.req.url);
    const ownHost = context.req.header('host') ?? host;
    const isOfScript = SCRIPT_PATHS.some((path) => pathname === base + path);
    if (context.req.method === 'GET' || isOfScript) return next();
    const site = context.req.header('sec-fetch-site');
    const origin = context.req.header('origin');
    const isForeign =
      site === 'cross-site' || site === 'same-site' || (origin !== undefined && hostOf(origin) !== ownHost);
    if (isForeign)
      return context.text('The emulator accepts this request only from its own pages, or from a program.', 403);
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

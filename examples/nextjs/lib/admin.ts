import { cookies, headers } from 'next/headers';
import { readAdminKeys, type AdminKeys } from './admin-key';
import { isSame, sign } from './signature';
import { siteUrl } from './site-url';

const TWELVE_HOURS = 12 * 60 * 60;

const isSecure = (): boolean => siteUrl().startsWith('https:');
const cookieName = (): string => (isSecure() ? '__Host-shop-admin' : 'shop-admin');

/** Returns what opens the admin page for this request. */
export const getAdminKeys = async (): Promise<AdminKeys> => readAdminKeys(await headers());

/** Returns the name of who is logged in. `null`: nobody, or the key has changed since. */
export async function readAdmin(): Promise<string | null> {
  const known = await getAdminKeys();
  const shown = (await cookies()).get(cookieName())?.value;
  if (!('keys' in known) || !shown) return null;
  const [until = ''] = shown.split('.');
  if (!(Number(until) > Date.now())) return null;
  return known.keys.find(({ key }) => isSame(shown, toPass(key, until)))?.name ?? null;
}

/** Logs a browser in that shows a key. `false`: it is another one. In a route handler only: a page cannot set cookies. */
export async function letIn(shown: string): Promise<boolean> {
  const known = await getAdminKeys();
  const found = 'keys' in known && known.keys.find(({ key }) => isSame(shown, key));
  if (!found) return false;
  const pass = toPass(found.key, String(Date.now() + TWELVE_HOURS * 1000));
  (await cookies()).set(cookieName(), pass, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
    path: '/',
    maxAge: TWELVE_HOURS,
  });
  return true;
}

export async function letOut(): Promise<void> {
  (await cookies()).set(cookieName(), '', { path: '/', secure: isSecure(), maxAge: 0 });
}

// The browser stores no key, only that it has shown it, until when. With another key, every pass is void.
const toPass = (key: string, until: string): string => `${until}.${sign(key, `admin until ${until}`)}`;

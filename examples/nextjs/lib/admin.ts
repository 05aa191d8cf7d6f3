import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { readAdminKey, type AdminKey } from './admin-key';

const COOKIE = 'shop-admin';
const TWELVE_HOURS = 12 * 60 * 60;

/** What opens the admin page, asked for by this request. */
export async function getAdminKey(): Promise<AdminKey> {
  const sent = await headers();
  return readAdminKey(sent.get('x-forwarded-host') ?? sent.get('host'));
}

/** Tells whether this request comes from a browser that has shown the key. */
export async function isAdmin(): Promise<boolean> {
  const known = await getAdminKey();
  const shown = (await cookies()).get(COOKIE)?.value;
  if (!('key' in known) || !shown) return false;
  const [until = ''] = shown.split('.');
  return Number(until) > Date.now() && isSame(shown, toPass(known.key, until));
}

/** Lets a browser in that shows the key. `false`: it is another one. Only in a route handler: a page cannot set cookies. */
export async function letIn(shown: string): Promise<boolean> {
  const known = await getAdminKey();
  if (!('key' in known) || !isSame(shown, known.key)) return false;
  const pass = toPass(known.key, String(Date.now() + TWELVE_HOURS * 1000));
  (await cookies()).set(COOKIE, pass, {
    httpOnly: true,
    sameSite: 'strict',
    secure: process.env.SITE_URL?.startsWith('https:') ?? false,
    path: '/',
    maxAge: TWELVE_HOURS,
  });
  return true;
}

export async function letOut(): Promise<void> {
  (await cookies()).delete(COOKIE);
}

// The browser keeps no key, only that it has shown it, until when. With another key, every pass is void.
const toPass = (key: string, until: string): string =>
  `${until}.${createHmac('sha256', key).update(`admin until ${until}`).digest('hex')}`;

// Hashed first: the time that it takes tells neither what is right nor how long it is.
const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

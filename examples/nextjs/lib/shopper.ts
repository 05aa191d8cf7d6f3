import { cookies } from 'next/headers';
import { z } from 'zod';
import type { Order } from './order';
import { findOrder } from './read-orders';
import { readOrderId } from './read-order-id';
import { getSecret } from './secrets';
import { isSame, sign } from './signature';
import { siteUrl } from './site-url';

const ONE_DAY = 24 * 60 * 60 * 1000;
const THIRTY_DAYS = 30 * ONE_DAY;

interface Pass {
  shopper: string;
  /** Unix ms. */
  issuedAt: number;
}

const isSecure = (): boolean => siteUrl().startsWith('https:');

// `__Host-`: no other site of the same domain can set it. Browsers accept that name over https only.
const cookieName = (): string => (isSecure() ? '__Host-shopper' : 'shopper');

/** Returns who is shopping: a number that only this browser and this server have. There are no accounts in this shop. */
export async function readShopper(): Promise<string | null> {
  return (await readPass())?.shopper ?? null;
}

/**
 * Returns the same, and a new number to a browser that has none. Renews the cookie once a day, for thirty days more.
 * In a route handler only: a page cannot set cookies.
 */
export async function greetShopper(): Promise<string> {
  const pass = await readPass();
  const shopper = pass?.shopper ?? crypto.randomUUID();
  if (!pass || pass.issuedAt < Date.now() - ONE_DAY) await writePass(shopper);
  return shopper;
}

/** Returns an order of this shopper's own. Another shopper's is answered as if there were none. */
export async function findOwnOrder(given: string): Promise<Order | null> {
  const id = readOrderId(given);
  const shopper = id && (await readShopper());
  if (!id || !shopper) return null;
  const order = await findOrder(id);
  return order && order.shopper === shopper ? order : null;
}

async function readPass(): Promise<Pass | null> {
  const [shopper = '', issued = '', signature = ''] = (await cookies()).get(cookieName())?.value.split('.') ?? [];
  if (!z.uuid().safeParse(shopper).success || !/^\d{1,15}$/.test(issued)) return null;
  const issuedAt = Number(issued);
  if (issuedAt < Date.now() - THIRTY_DAYS) return null;
  return isSame(signature, sign(await getSecret('shopper'), `${shopper}.${issued}`)) ? { shopper, issuedAt } : null;
}

async function writePass(shopper: string): Promise<void> {
  const content = `${shopper}.${Date.now()}`;
  const value = `${content}.${sign(await getSecret('shopper'), content)}`;
  (await cookies()).set(cookieName(), value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: THIRTY_DAYS / 1000,
  });
}

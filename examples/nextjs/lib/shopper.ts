import { cookies } from 'next/headers';
import { orders, type Order } from './orders';

const COOKIE = 'shopper';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Who is shopping: a number that only this browser and this server know. There are no accounts in this shop. */
export async function readShopper(): Promise<string | null> {
  const value = (await cookies()).get(COOKIE)?.value;
  return value && /^[0-9a-f-]{36}$/.test(value) ? value : null;
}

/** The same, and a new number for who has none. In a route handler alone: a page cannot set cookies. */
export async function greetShopper(): Promise<string> {
  const known = await readShopper();
  if (known) return known;
  const shopper = crypto.randomUUID();
  (await cookies()).set(COOKIE, shopper, {
    httpOnly: true,
    sameSite: 'lax',
    secure: process.env.SITE_URL?.startsWith('https:') ?? false,
    path: '/',
    maxAge: THIRTY_DAYS,
  });
  return shopper;
}

/** An order of this shopper's own. Somebody else's is answered as if there were none. */
export async function findOwnOrder(id: string): Promise<Order | null> {
  const [shopper, order] = await Promise.all([readShopper(), orders.find(id)]);
  return order && order.shopper === shopper ? order : null;
}

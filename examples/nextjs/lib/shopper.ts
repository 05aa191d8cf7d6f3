import { cookies } from 'next/headers';
import { z } from 'zod';
import { orders, type Order } from './orders';
import { readOrderId } from './read-order-id';

const COOKIE = 'shopper';
const THIRTY_DAYS = 30 * 24 * 60 * 60;

/** Who is shopping: a number that only this browser and this server know. There are no accounts in this shop. */
export async function readShopper(): Promise<string | null> {
  return z.uuid().safeParse((await cookies()).get(COOKIE)?.value).data ?? null;
}

/** The same, and a new number for who has none. Only in a route handler: a page cannot set cookies. */
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

/** An order of this shopper. Another shopper's is answered as if there were none. */
export async function findOwnOrder(given: string): Promise<Order | null> {
  const [id, shopper] = [readOrderId(given), await readShopper()];
  if (!id || !shopper) return null;
  const order = await orders.find(id);
  return order && order.shopper === shopper ? order : null;
}

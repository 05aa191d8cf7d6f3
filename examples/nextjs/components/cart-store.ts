'use client';
import { useSyncExternalStore } from 'react';
import { MOST_OF_ONE, products } from '@/lib/products';

/** What is in the cart: how many, by the product's id. */
export type Cart = Readonly<Record<string, number>>;

const KEY = 'cart';
const NOTHING: Cart = {};
const listeners = new Set<() => void>();
let known: { text: string | null; cart: Cart } = { text: null, cart: NOTHING };

/** The cart of this browser, the same on every page and in every tab. `null`: not looked up yet, as on a server. */
export const useCart = (): Cart | null => useSyncExternalStore(subscribe, readCart, () => null);

/** Puts some of a product in, as far as one order may hold it. */
export function addToCart(productId: string, quantity: number): void {
  const cart = readCart();
  setInCart(productId, Math.min((cart[productId] ?? 0) + quantity, MOST_OF_ONE));
}

/** Sets how many of a product there are; 0 takes it out. */
export function setInCart(productId: string, quantity: number): void {
  write({ ...readCart(), [productId]: quantity });
}

/** Takes out what has just been ordered. What the shopper has put in since then stays. */
export function takeOutOfCart(items: readonly { productId: string; quantity: number }[]): void {
  const cart = { ...readCart() };
  const isWhole = items.every(({ productId, quantity }) => (cart[productId] ?? 0) >= quantity);
  // Bought directly, without the cart.
  if (!isWhole) return;
  for (const { productId, quantity } of items) cart[productId] = (cart[productId] ?? 0) - quantity;
  write(cart);
}

function readCart(): Cart {
  const text = readText();
  if (text !== known.text) known = { text, cart: toCart(text) };
  return known.cart;
}

// Anything may stand there, of an older shop too: what is none of today's products, in a quantity that may be, is left out.
function toCart(text: string | null): Cart {
  try {
    const stored = JSON.parse(text ?? '{}') as Record<string, unknown> | null;
    return Object.fromEntries(
      products.flatMap(({ id }) => {
        const quantity = stored?.[id];
        return Number.isInteger(quantity) && (quantity as number) > 0
          ? [[id, Math.min(quantity as number, MOST_OF_ONE)]]
          : [];
      }),
    );
  } catch {
    return NOTHING;
  }
}

let unstored: string | null = null;

function readText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return unstored;
  }
}

function write(cart: Cart): void {
  const text = JSON.stringify(cart);
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Storage is switched off: the cart lasts as long as the page.
    unstored = text;
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/**
 * Compares in a time that depends on the length of what was given, and on nothing about the secret: not on its length,
 * not on how much of the guess is right. Written out, since `node:crypto` is not on edge runtimes. `secret` is not empty.
 */
export function timingSafeEqual(given: string, secret: string): boolean {
  let difference = given.length ^ secret.length;
  for (let i = 0; i < given.length; i++) difference |= given.charCodeAt(i) ^ secret.charCodeAt(i % secret.length);
  return difference === 0;
}

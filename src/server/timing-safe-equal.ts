/**
 * Compares two strings in a time that depends only on the length of `given`, not on the secret's length or on how much matches.
 * `secret` must not be empty. Not `timingSafeEqual` of `node:crypto`, which edge runtimes lack.
 */
export function timingSafeEqual(given: string, secret: string): boolean {
  let difference = given.length ^ secret.length;
  for (let i = 0; i < given.length; i++) difference |= given.charCodeAt(i) ^ secret.charCodeAt(i % secret.length);
  return difference === 0;
}

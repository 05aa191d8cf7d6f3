// Control characters and line breaks would end up in logs. U+FFFD is what invalid UTF-8 and lone surrogates are decoded to. In the
// path of a look-up's URL, `.` and `..` would lead to another address.
const plain = /^(?!\.\.?$)[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFD]{1,200}$/u;

/**
 * Returns whether a value can be an order number, on the shop's page and in a webhook: a string of 1 to 200 characters, without
 * control characters, line separators, lone surrogates or white space at either end, and neither `.` nor `..`.
 */
export const isMerchantUid = (value: unknown): value is string =>
  // Code that trims it later would store one payment under two keys. No lookbehind: Safari has it since 16.4 only.
  typeof value === 'string' && plain.test(value) && value === value.trim();

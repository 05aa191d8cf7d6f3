import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsteadError, parseWebhook } from 'react-instead-pay/server';

const good = { instead_uid: 'imp_1', merchant_uid: 'itsm_1520302281201', status: 'paid' };
const query = (changes: Record<string, string> = {}) => new URLSearchParams({ ...good, ...changes });

function refusal(source: Parameters<typeof parseWebhook>[0]): unknown {
  try {
    return parseWebhook(source);
  } catch (error) {
    return isInsteadError(error) ? error.code : error;
  }
}

test.each(['paid', 'cancelled', 'failed'] as const)('a notice is read: %s', (status) => {
  expect(parseWebhook(query({ status }))).toEqual({ insteadUid: 'imp_1', merchantUid: 'itsm_1520302281201', status });
});

test('a Request, a URL and its parameters read the same', () => {
  const url = new URL(`https://shop.example/hook?${query()}`);
  expect(parseWebhook(url)).toEqual(parseWebhook(query()));
  expect(parseWebhook(new Request(url))).toEqual(parseWebhook(query()));
});

test('other parameters are left alone, also twice', () => {
  const more = query({ key: 'secret', utm_source: '' });
  more.append('utm_source', '\u0000');
  expect(parseWebhook(more)).toEqual(parseWebhook(query()));
});

test('an order number in Korean, with spaces inside or of 200 characters is read as it stands', () => {
  for (const merchant_uid of ['주문 1042', 'a  b', '가'.repeat(200), '👟'.repeat(200), "'; drop table--", '<b>']) {
    expect(parseWebhook(query({ merchant_uid })).merchantUid).toBe(merchant_uid);
  }
});

const names = ['instead_uid', 'merchant_uid', 'status'] as const;

test.each(names)('%s is refused when it is missing, empty or there twice', (name) => {
  const missing = query();
  missing.delete(name);
  const twice = query();
  twice.append(name, good[name]);
  for (const source of [missing, query({ [name]: '' }), twice]) expect(refusal(source)).toBe('invalid_webhook');
});

test.each(['instead_uid', 'merchant_uid'])('%s is refused over 200 characters', (name) => {
  expect(refusal(query({ [name]: 'a'.repeat(200) }))).toBeTypeOf('object');
  expect(refusal(query({ [name]: 'a'.repeat(201) }))).toBe('invalid_webhook');
});

test.each(['%00', 'a%00b', '%0A', 'a%0D%0Ab', '%1B[31m', '%7F', '%C2%85', '%E2%80%A8', 'a%E2%80%A9'])(
  'control characters are refused: %s',
  (text) => {
    expect(refusal(new URL(`https://shop.example/?instead_uid=${text}&merchant_uid=a&status=paid`))).toBe(
      'invalid_webhook',
    );
  },
);

test.each(['%FF', 'a%ED%A0%80', '%C3', '\ud800'])('what is not UTF-8 is refused: %s', (text) => {
  expect(refusal(new URL(`https://shop.example/?instead_uid=a&merchant_uid=${text}&status=paid`))).toBe(
    'invalid_webhook',
  );
});

// Somebody may trim it later, and then one payment has two keys.
test.each([' a', 'a ', '\u3000a', 'a\u00a0', '\ufeffa', ' '])('white space at an end is refused: "%s"', (uid) => {
  expect(refusal(query({ instead_uid: uid }))).toBe('invalid_webhook');
});

test.each(['PAID', 'Paid', 'paid ', 'refunded', 'toString', '__proto__', '0', 'paid,failed'])(
  'an unknown status is refused: "%s"',
  (status) => {
    expect(refusal(query({ status }))).toBe('invalid_webhook');
  },
);

test('the message names the parameter and repeats nothing of what a stranger sent', () => {
  expect(() => parseWebhook(query({ merchant_uid: '<script>\u0007' }))).toThrow(/merchant_uid/);
  expect(() => parseWebhook(query({ merchant_uid: '<script>\u0007' }))).not.toThrow(/script>/);
});

test('whatever is in the address, it is a notice or invalid_webhook, and a notice is what was sent', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('paid', 'failed', '', ' ', 'imp_1'));
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
      const source = new URLSearchParams(pairs);
      const read = refusal(source);
      if (read === 'invalid_webhook') return;
      const { insteadUid, merchantUid, status } = read as ReturnType<typeof parseWebhook>;
      expect(names.map((name) => source.getAll(name))).toEqual([[insteadUid], [merchantUid], [status]]);
    }),
    { numRuns: 2000 },
  );
});

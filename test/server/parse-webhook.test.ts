import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInsteadError, parseWebhook } from 'react-instead-pay/server';

const good = { instead_uid: 'imp_1', merchant_uid: 'itsm_1520302281201', status: 'paid' };
const query = (changes: Record<string, string> = {}) => new URLSearchParams({ ...good, ...changes });

function parseOrCode(source: Parameters<typeof parseWebhook>[0]): unknown {
  try {
    return parseWebhook(source);
  } catch (error) {
    return isInsteadError(error) ? error.code : error;
  }
}

test.each(['paid', 'cancelled', 'failed'] as const)('parses a webhook with status %s', (status) => {
  expect(parseWebhook(query({ status }))).toEqual({ insteadUid: 'imp_1', merchantUid: 'itsm_1520302281201', status });
});

test('parses a Request, a URL and a URLSearchParams', () => {
  const url = new URL(`https://shop.example/api/webhooks/instead?${query()}`);
  expect(parseWebhook(url)).toEqual(parseWebhook(query()));
  expect(parseWebhook(new Request(url))).toEqual(parseWebhook(query()));
});

test('ignores other parameters, duplicated ones as well', () => {
  const extra = query({ key: 'secret', utm_source: '' });
  extra.append('utm_source', '\u0000');
  expect(parseWebhook(extra)).toEqual(parseWebhook(query()));
});

test('returns an order number in Korean, with inner spaces or of 200 characters unchanged', () => {
  for (const merchant_uid of ['주문 1042', 'a  b', '가'.repeat(200), '👟'.repeat(200), "'; drop table--", '<b>']) {
    expect(parseWebhook(query({ merchant_uid })).merchantUid).toBe(merchant_uid);
  }
});

const names = ['instead_uid', 'merchant_uid', 'status'] as const;

test.each(names)('rejects a missing, empty or duplicated %s', (name) => {
  const missing = query();
  missing.delete(name);
  const twice = query();
  twice.append(name, good[name]);
  for (const source of [missing, query({ [name]: '' }), twice]) expect(parseOrCode(source)).toBe('invalid_webhook');
});

test.each(['instead_uid', 'merchant_uid'])('rejects %s over 200 characters', (name) => {
  expect(parseOrCode(query({ [name]: 'a'.repeat(200) }))).toBeTypeOf('object');
  expect(parseOrCode(query({ [name]: 'a'.repeat(201) }))).toBe('invalid_webhook');
});

test.each(['%00', 'a%00b', '%0A', 'a%0D%0Ab', '%1B[31m', '%7F', '%C2%85', '%E2%80%A8', 'a%E2%80%A9'])(
  'rejects control characters: %s',
  (text) => {
    expect(parseOrCode(new URL(`https://shop.example/?instead_uid=${text}&merchant_uid=a&status=paid`))).toBe(
      'invalid_webhook',
    );
  },
);

test.each(['%FF', 'a%ED%A0%80', '%C3', '\ud800'])('rejects invalid UTF-8: %s', (text) => {
  expect(parseOrCode(new URL(`https://shop.example/?instead_uid=a&merchant_uid=${text}&status=paid`))).toBe(
    'invalid_webhook',
  );
});

// Code that trims it later would store one payment under two keys.
test.each([' a', 'a ', '\u3000a', 'a\u00a0', '\ufeffa', ' '])('rejects white space at an end: "%s"', (uid) => {
  expect(parseOrCode(query({ instead_uid: uid }))).toBe('invalid_webhook');
});

test.each(['PAID', 'Paid', 'paid ', 'refunded', 'toString', '__proto__', '0', 'paid,failed'])(
  'rejects an unknown status: "%s"',
  (status) => {
    expect(parseOrCode(query({ status }))).toBe('invalid_webhook');
  },
);

test('the error message names the parameter and does not contain its value', () => {
  expect(() => parseWebhook(query({ merchant_uid: '<script>\u0007' }))).toThrow(/merchant_uid/);
  expect(() => parseWebhook(query({ merchant_uid: '<script>\u0007' }))).not.toThrow(/script>/);
});

test('any query is either a payload with the values that were sent, or invalid_webhook', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('paid', 'failed', '', ' ', 'imp_1'));
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), value);
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
      const source = new URLSearchParams(pairs);
      const result = parseOrCode(source);
      if (result === 'invalid_webhook') return;
      const { insteadUid, merchantUid, status } = result as ReturnType<typeof parseWebhook>;
      expect(names.map((name) => source.getAll(name))).toEqual([[insteadUid], [merchantUid], [status]]);
    }),
    { numRuns: 2000 },
  );
});

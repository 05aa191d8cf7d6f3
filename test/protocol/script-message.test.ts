import { expect, test } from 'vitest';
import { parseScriptMessage } from '../../src/protocol/script-message.ts';

test.each([
  { result: 'success', method: 'kakao' },
  { result: 'success', method: 'facebook' },
  { result: 'success', method: 'link' },
  { result: 'fail', method: 'cancelled' },
  { result: 'fail', method: 'kakao' },
  { result: 'fail' },
  { result: 'opened' },
  { result: 'closed' },
])('parseScriptMessage returns a copy of %o', (data) => {
  expect(parseScriptMessage(data)).toStrictEqual(data);
});

test.each([
  null,
  undefined,
  '',
  'success',
  '{"result":"success","method":"kakao"}',
  7,
  true,
  [],
  ['success', 'kakao'],
  {},
  { result: 'success' },
  { result: 'success', method: 'cancelled' },
  { result: 'success', method: 'Kakao' },
  { result: 'success', method: ['kakao'] },
  { result: ['success'], method: 'kakao' },
  { result: 'paid', method: 'kakao' },
  { result: 'fail', method: 'paid' },
  { result: 'fail', method: null },
  { method: 'kakao' },
  { type: 'webpackHotUpdate', data: 'x' },
  () => ({ result: 'opened' }),
])('parseScriptMessage returns null for %o', (data) => {
  expect(parseScriptMessage(data)).toBeNull();
});

test('parseScriptMessage ignores inherited properties', () => {
  expect(parseScriptMessage(Object.create({ result: 'success', method: 'kakao' }))).toBeNull();
});

test('parseScriptMessage copies the known fields only', () => {
  const data = { result: 'success', method: 'kakao', paid: true, toString: () => 'x' };
  const parsed = parseScriptMessage(data);
  expect(parsed).toStrictEqual({ result: 'success', method: 'kakao' });
  expect(parsed).not.toBe(data);
  expect(parseScriptMessage({ result: 'opened', method: 'kakao' })).toStrictEqual({ result: 'opened' });
});

test('parseScriptMessage ignores extensions of Object.prototype', () => {
  Object.assign(Object.prototype, { result: 'success', method: 'kakao' });
  try {
    expect([{}, [], 'success', { result: 'success' }].map(parseScriptMessage)).toEqual([null, null, null, null]);
  } finally {
    for (const key of ['result', 'method']) Reflect.deleteProperty(Object.prototype, key);
  }
});

test('parseScriptMessage reads two properties and never lists the keys, so that a string of megabytes does not block the page', () => {
  const data = new Proxy({ result: 'opened' }, { ownKeys: () => expect.fail('The keys were listed.') });
  expect(parseScriptMessage(data)).toEqual({ result: 'opened' });
});

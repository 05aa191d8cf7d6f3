import { expect, test } from 'vitest';
import { readScriptMessage } from '../../src/protocol/script-message.ts';

test.each([
  { result: 'success', method: 'kakao' },
  { result: 'success', method: 'facebook' },
  { result: 'success', method: 'link' },
  { result: 'fail', method: 'cancelled' },
  { result: 'fail', method: 'kakao' },
  { result: 'fail' },
  { result: 'opened' },
  { result: 'closed' },
])('%o is a word of Instead’s', (data) => {
  expect(readScriptMessage(data)).toStrictEqual(data);
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
])('%o is not', (data) => {
  expect(readScriptMessage(data)).toBeNull();
});

test('what is inherited counts for nothing', () => {
  expect(readScriptMessage(Object.create({ result: 'success', method: 'kakao' }))).toBeNull();
});

test('a message is copied: what else it carries does not come along', () => {
  const data = { result: 'success', method: 'kakao', paid: true, toString: () => 'x' };
  const read = readScriptMessage(data);
  expect(read).toStrictEqual({ result: 'success', method: 'kakao' });
  expect(read).not.toBe(data);
  expect(readScriptMessage({ result: 'opened', method: 'kakao' })).toStrictEqual({ result: 'opened' });
});

test('what a page has put into every object counts for nothing', () => {
  Object.assign(Object.prototype, { result: 'success', method: 'kakao' });
  try {
    expect([{}, [], 'success', { result: 'success' }].map(readScriptMessage)).toEqual([null, null, null, null]);
  } finally {
    for (const key of ['result', 'method']) Reflect.deleteProperty(Object.prototype, key);
  }
});

test('two words are looked at, however many there are: a string of megabytes holds nobody up', () => {
  const counted = new Proxy({ result: 'opened' }, { ownKeys: () => expect.fail('every key was asked for') });
  expect(readScriptMessage(counted)).toEqual({ result: 'opened' });
});

import { expect, test, vi } from 'vitest';
import { InsteadError, isInsteadError, reportCallbackError, type InsteadErrorCode } from '../../src/errors.ts';

// design.md's closed list, and whether the same call may work later without a change of code or settings.
const codes = Object.entries({
  sdk_load_failed: true,
  connect_failed: true,
  session_failed: true,
  popup_blocked: true,
  window_lost: false,
  invalid_request: false,
  order_failed: true,
  already_paying: true,
  no_provider: false,
  disposed: false,
  notice_malformed: false,
} satisfies Record<InsteadErrorCode, boolean>) as [InsteadErrorCode, boolean][];

test.each(codes)('%s says what happened, why it matters and what to do', (code) => {
  const { message } = new InsteadError(code);
  const parts = message.split(/(?<=\.) (?=[A-Z])/);
  expect(parts.length, message).toBeGreaterThanOrEqual(2);
  expect(message.split(/\s+/).length).toBeGreaterThan(15);
  for (const part of parts) expect(part).toMatch(/^[A-Z].*\.$/);
});

test('no two codes say the same', () => {
  const messages = codes.map(([code]) => new InsteadError(code).message);
  expect(new Set(messages).size).toBe(codes.length);
});

test.each(codes)('%s is retryable: %s', (code, retryable) => {
  expect(new InsteadError(code).retryable).toBe(retryable);
  expect(new InsteadError(code, { retryable: !retryable }).retryable).toBe(!retryable);
});

test('window_lost names the header to set', () => {
  expect(new InsteadError('window_lost').message).toContain('Cross-Origin-Opener-Policy: same-origin-allow-popups');
});

test('an error is an Error with its name, its code, its cause and its issues', () => {
  const cause = new RangeError('sold out');
  const issues = [{ path: 'name', message: 'must be a non-empty string.' }];
  const error = new InsteadError('invalid_request', { cause, issues });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'InsteadError', code: 'invalid_request', cause, issues });
  expect(error.message).toMatch(/^The payment request is wrong.* name must be a non-empty string\.$/);
  expect(String(error)).toMatch(/^InsteadError: The payment request is wrong/);
});

test('what an error does not have is not there', () => {
  const error = new InsteadError('disposed');
  expect('cause' in error).toBe(false);
  expect(Object.keys(error)).not.toContain('issues');
});

test('isInsteadError goes by name and code, never by class: each entry of the package has a class of its own', () => {
  class InsteadErrorOfAnotherEntry extends Error {
    override name = 'InsteadError';
    code = 'notice_malformed';
  }
  const ofAnotherRealm: unknown = { name: 'InsteadError', code: 'popup_blocked', message: '' };
  expect(isInsteadError(new InsteadError('disposed'))).toBe(true);
  expect(isInsteadError(new InsteadErrorOfAnotherEntry())).toBe(true);
  expect(isInsteadError(ofAnotherRealm)).toBe(true);
});

test.each([
  undefined,
  null,
  'InsteadError',
  7,
  {},
  new Error('InsteadError'),
  Object.assign(new Error(), { code: 'popup_blocked' }),
  Object.assign(new Error(), { name: 'InsteadError' }),
  Object.assign(new Error(), { name: 'InsteadError', code: 7 }),
])('%o is not an InsteadError', (value) => {
  expect(isInsteadError(value)).toBe(false);
});

test('what a callback of the shop throws goes to reportError, or to the console where there is none', () => {
  const mistake = new Error('a mistake in the shop');
  const report = vi.fn();
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('reportError', report);
  reportCallbackError(mistake);
  expect([report.mock.calls, complain.mock.calls]).toEqual([[[mistake]], []]);
  vi.stubGlobal('reportError', undefined);
  reportCallbackError(mistake);
  expect([report.mock.calls, complain.mock.calls]).toEqual([[[mistake]], [[mistake]]]);
  vi.unstubAllGlobals();
  complain.mockRestore();
});

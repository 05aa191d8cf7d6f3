import { expect, test, vi } from 'vitest';
import { InsteadError, isInsteadError, reportCallbackError, type InsteadErrorCode } from '../../src/errors.ts';

// The closed list of codes, and whether the same call may succeed later without a change of code or settings.
const codes = Object.entries({
  sdk_load_failed: true,
  token_failed: true,
  session_failed: true,
  popup_blocked: true,
  popup_lost: false,
  invalid_request: false,
  order_failed: true,
  already_paying: true,
  no_provider: false,
  disposed: false,
  invalid_webhook: false,
} satisfies Record<InsteadErrorCode, boolean>) as [InsteadErrorCode, boolean][];

test.each(codes)('the message of %s has what is wrong, why it matters and what to do', (code) => {
  const { message } = new InsteadError(code);
  const parts = message.split(/(?<=\.) (?=[A-Z])/);
  expect(parts.length, message).toBeGreaterThanOrEqual(2);
  expect(message.split(/\s+/).length).toBeGreaterThan(15);
  for (const part of parts) expect(part).toMatch(/^[A-Z].*\.$/);
});

test('every code has a different message', () => {
  const messages = codes.map(([code]) => new InsteadError(code).message);
  expect(new Set(messages).size).toBe(codes.length);
});

test.each(codes)('%s has retryable = %s by default', (code, retryable) => {
  expect(new InsteadError(code).retryable).toBe(retryable);
  expect(new InsteadError(code, { retryable: !retryable }).retryable).toBe(!retryable);
});

test('the message of popup_lost contains the header to send', () => {
  expect(new InsteadError('popup_lost').message).toContain('Cross-Origin-Opener-Policy: same-origin-allow-popups');
});

test('InsteadError extends Error with name, code, cause and issues', () => {
  const cause = new RangeError('sold out');
  const issues = [{ path: 'name', message: 'must be a non-empty string.' }];
  const error = new InsteadError('invalid_request', { cause, issues });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: 'InsteadError', code: 'invalid_request', cause, issues });
  expect(error.message).toMatch(/^The payment request is invalid.* name must be a non-empty string\.$/);
  expect(String(error)).toMatch(/^InsteadError: The payment request is invalid/);
});

test('an InsteadError without cause and issues has no such properties', () => {
  const error = new InsteadError('disposed');
  expect('cause' in error).toBe(false);
  expect(Object.keys(error)).not.toContain('issues');
});

test('isInsteadError checks name and code, not the class: each entry of the package bundles its own class', () => {
  class InsteadErrorFromAnotherEntry extends Error {
    override name = 'InsteadError';
    code = 'invalid_webhook';
  }
  const fromAnotherFrame: unknown = { name: 'InsteadError', code: 'popup_blocked', message: '' };
  expect(isInsteadError(new InsteadError('disposed'))).toBe(true);
  expect(isInsteadError(new InsteadErrorFromAnotherEntry())).toBe(true);
  expect(isInsteadError(fromAnotherFrame)).toBe(true);
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
])('isInsteadError returns false for %o', (value) => {
  expect(isInsteadError(value)).toBe(false);
});

test('reportCallbackError calls reportError, or console.error where reportError does not exist', () => {
  const thrown = new Error('an error in the shop');
  const report = vi.fn();
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('reportError', report);
  reportCallbackError(thrown);
  expect([report.mock.calls, consoleError.mock.calls]).toEqual([[[thrown]], []]);
  vi.stubGlobal('reportError', undefined);
  reportCallbackError(thrown);
  expect([report.mock.calls, consoleError.mock.calls]).toEqual([[[thrown]], [[thrown]]]);
  vi.unstubAllGlobals();
  consoleError.mockRestore();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timingSafeEqual } from '../../src/server/timing-safe-equal.ts';

test('returns true only for the secret', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text.filter(Boolean), (given, secret) => {
      expect(timingSafeEqual(given, secret)).toBe(given === secret);
      expect(timingSafeEqual(secret, secret)).toBe(true);
    }),
  );
});

test('returns false for a prefix, a repetition and an empty string', () => {
  for (const given of ['', 'a', 'ab', 'abca', 'abcabc', 'ABC', 'abd', 'abc\u0000']) {
    expect(timingSafeEqual(given, 'abc')).toBe(false);
  }
});

// Counted rather than timed: a busy machine would make a timing test flaky.
test('reads the same number of characters wherever the strings differ', () => {
  const countReads = (given: string, secret: string) => {
    let count = 0;
    const watched = new Proxy(new String(secret), {
      get: (target, name) => {
        if (name === 'length') return target.length;
        return (index: number) => {
          // Past the end, an engine takes a code path that is faster or slower.
          expect(index).toBeLessThan(target.length);
          count++;
          return target.charCodeAt(index);
        };
      },
    });
    timingSafeEqual(given, watched as string);
    return count;
  };
  const secret = 'correct horse';
  expect(countReads('xorrect horse', secret)).toBe(countReads('correct horsx', secret));
  expect(countReads('x'.repeat(20), secret)).toBe(countReads('x'.repeat(20), 'short'));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timingSafeEqual } from '../../src/server/timing-safe-equal.ts';

test('it is true for the secret alone, whatever both are', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(text, text.filter(Boolean), (given, secret) => {
      expect(timingSafeEqual(given, secret)).toBe(given === secret);
      expect(timingSafeEqual(secret, secret)).toBe(true);
    }),
  );
});

test('a beginning, a repetition and nothing at all are not the secret', () => {
  for (const given of ['', 'a', 'ab', 'abca', 'abcabc', 'ABC', 'abd', 'abc\u0000']) {
    expect(timingSafeEqual(given, 'abc')).toBe(false);
  }
});

// Counted and not timed: a clock on a busy machine proves nothing.
test('it looks at the same number of characters, wherever the guess goes wrong', () => {
  const looks = (given: string, secret: string) => {
    let count = 0;
    const watched = new Proxy(new String(secret), {
      get: (target, name) => {
        if (name === 'length') return target.length;
        return (index: number) => {
          // Behind the end an engine takes another, faster or slower, way.
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
  expect(looks('xorrect horse', secret)).toBe(looks('correct horsx', secret));
  expect(looks('x'.repeat(20), secret)).toBe(looks('x'.repeat(20), 'short'));
});

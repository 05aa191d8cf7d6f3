import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

test('these tests run on the React that their project names', () => {
  const named = process.env.REACT_VERSION ?? manifest.devDependencies.react;
  expect(`${version}.`.startsWith(`${named}.`), `${version} is not ${named}`).toBe(true);
  // Two Reacts on one page would fail in every test; two that do not fit, in a few.
  expect(domVersion).toBe(version);
});

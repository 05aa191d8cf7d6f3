import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

test('the tests run on the React version of their project', () => {
  const named = process.env.REACT_VERSION ?? manifest.devDependencies.react;
  expect(`${version}.`.startsWith(`${named}.`), `${version} is not ${named}`).toBe(true);
  // Two copies of React on one page would fail every test; two versions that differ would fail a few.
  expect(domVersion).toBe(version);
});

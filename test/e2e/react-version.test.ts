import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { bundleApp } from './support/bundle.ts';

it('runs on the React version of its project only', async () => {
  const app = await bundleApp();
  const found = [...app.matchAll(/(?:ReactVersion|exports\.version) ?= ?"(\d+\.\d+)\.\d+/g)].map(
    ([, version]) => version,
  );
  const named = process.env.REACT_VERSION ?? manifest.devDependencies.react;
  // React, and react-dom.
  expect(found.length).toBeGreaterThan(1);
  expect([...new Set(found)]).toEqual([named.split('.').slice(0, 2).join('.')]);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IMPORTS, measure } from './imports.ts';

// What the README says is the budget: an import may not become bigger than its row, and a row may not boast.
const ROUNDING = 100;

describe.each(['README.md', 'README.ko.md'])('%s', (file) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const rows = new Map(
    [...text.matchAll(/^\| `([^|]+)` +\| ([\d,]+) +\|$/gm)].map(([, name, bytes]) => [
      name!,
      Number(bytes!.replace(',', '')),
    ]),
  );

  test.each(Object.entries(IMPORTS))('says how many bytes %s costs', async (name, code) => {
    const output = rows.get(name) ?? 0;
    const bytes = await measure(code);
    expect(bytes).toBeLessThanOrEqual(output);
    expect(bytes).toBeGreaterThan(output - ROUNDING);
  });
});

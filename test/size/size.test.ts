import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { IMPORTS, measure } from './imports.ts';

// The table is the budget: an import may not become bigger than its row, and a row may not boast.
const ROUNDING = 100;

const text = readFileSync(new URL('../../docs/size.md', import.meta.url), 'utf8');
const toNumber = (cell: string) => Number(cell.replace(',', ''));
const rows = new Map(
  [...text.matchAll(/^\| `([^|]+)` +\| ([\d,]+) +\| ([\d,]+) +\|$/gm)].map(([, name, brotli, gzip]) => [
    name!,
    { brotli: toNumber(brotli!), gzip: toNumber(gzip!) },
  ]),
);

test.each(Object.entries(IMPORTS))('docs/size.md has the bytes that %s costs', async (name, code) => {
  const row = rows.get(name) ?? { brotli: 0, gzip: 0 };
  const measured = await measure(code);
  for (const way of ['brotli', 'gzip'] as const) {
    expect(measured[way], way).toBeLessThanOrEqual(row[way]);
    expect(measured[way], way).toBeGreaterThan(row[way] - ROUNDING);
  }
});

import { afterAll, beforeAll, describe, it } from 'vitest';
import { FAILURE_MODE_CELLS } from './cells.ts';
import { openPagePool, type PagePool } from './support/page-pool.ts';
import { play } from './support/play.ts';

let pagePool: PagePool;
beforeAll(async () => void (pagePool = await openPagePool()));
afterAll(() => pagePool.close());

describe.concurrent('every failure settles the payment once and leaks nothing:', () => {
  for (const cell of FAILURE_MODE_CELLS)
    it(`${cell.name}: ${cell.outcomes.join(', then ')}`, ({ expect }) => play(pagePool, expect, cell));
});

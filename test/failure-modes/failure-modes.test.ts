import { afterAll, beforeAll, describe, it } from 'vitest';
import { FAULT_CELLS } from './cells.ts';
import { openLanes, type Lanes } from './support/page-pool.ts';
import { play } from './support/play.ts';

let lanes: Lanes;
beforeAll(async () => void (lanes = await openLanes()));
afterAll(() => lanes.close());

describe.concurrent('every fault comes to its one end and leaves nothing behind:', () => {
  for (const cell of FAULT_CELLS)
    it(`${cell.name}: ${cell.outcomes.join(', then ')}`, ({ expect }) => play(lanes, expect, cell));
});

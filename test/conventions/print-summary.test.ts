import { afterEach, expect, test, vi } from 'vitest';
import { printSummary } from '../../scripts/test/print-summary.js';

afterEach(() => void vi.restoreAllMocks());

test.each([
  [59.4, '0 min 59 s'],
  [59.5, '1 min 0 s'],
  [1139.6, '19 min 0 s'],
])('the summary of a run shows %d seconds as %s', (seconds, text) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  printSummary([], [], seconds);
  expect(log.mock.calls.flat().join('\n')).toContain(`took ${text}.`);
});

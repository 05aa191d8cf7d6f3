import { expect, test } from 'vitest';
import { createInsteadClient } from '../../src/sdk/create-instead-client.ts';
import { createManualAdapter } from '../support/manual-adapter.ts';

const create = (timeouts: object) => createInsteadClient({ adapter: createManualAdapter(), sandbox: true, timeouts });

test.each(['script', 'token', 'session', 'order'])('timeouts.%s must be above 0', (step) => {
  for (const ms of [0, -1, -0, NaN, -Infinity, null, 'soon']) {
    expect(() => create({ [step]: ms }), String(ms)).toThrow(
      new RangeError(
        `timeouts.${step} must be a number of milliseconds above 0, or Infinity. The step would fail before it has started. Leave it out for the default.`,
      ),
    );
  }
});

test.each([undefined, 0.5, 1, 2 ** 31, Number.MAX_SAFE_INTEGER, Infinity])('a time-out can be %s', (ms) => {
  create({ script: ms, token: ms, session: ms, order: ms }).dispose();
});

import { WEBHOOK_PARAMETERS } from '../protocol/webhook-payload.ts';
import { LOOKUP_DOWN, toQuery, type TestRun } from './webhook-test-run.ts';
import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const unchanged = { order: ['waiting'], timesPaid: 0 } as const;
const refused = { answer: '4xx', ...unchanged } as const;
const names = Object.values(WEBHOOK_PARAMETERS);

type Pairs = readonly (readonly [name: string, value: string])[];

/** Each case starts with the webhook of a real payment, so that only its form can be rejected. */
const createMalformedCase = (
  name: string,
  corrupt: (pairs: Pairs, parameter: string) => Pairs,
  invalidParameters: readonly string[] = names,
) =>
  createTestCase(name, refused, (run, order) => {
    const pairs = toQuery(run.pay(order));
    return inTurn(invalidParameters, (parameter) => run.send(corrupt(pairs, parameter)));
  });

const createValueCase = (name: string, corrupt: (value: string) => string, invalidParameters?: readonly string[]) =>
  createMalformedCase(
    name,
    (pairs, parameter) => pairs.map(([each, value]) => [each, each === parameter ? corrupt(value) : value] as const),
    invalidParameters,
  );

/** Invalid requests, and the responses to them. */
export const requestCases: readonly WebhookTestCase[] = [
  createTestCase('an order that the shop does not know is refused', { answer: '4xx' }, async (run, order) => {
    const nobody = { ...order, merchantUid: `${order.merchantUid}-unknown` };
    return [await run.send(run.pay(nobody))];
  }),
  createTestCase('HEAD runs nothing', { answer: 'answered', ...unchanged }, async (run, order) => [
    await run.send(run.pay(order), { method: 'HEAD' }),
  ]),
  createTestCase('POST is refused', refused, async (run, order) => [
    await run.send(run.pay(order), { method: 'POST' }),
  ]),
  createMalformedCase('a parameter left out is refused', (pairs, parameter) =>
    pairs.filter(([name]) => name !== parameter),
  ),
  createMalformedCase('a parameter given twice is refused', (pairs, parameter) => [...pairs, [parameter, 'failed']]),
  createValueCase('an empty parameter is refused', () => ''),
  createValueCase('a parameter over 200 characters is refused', (value) => value.padEnd(201, 'x')),
  createValueCase('control characters are refused', (value) => `${value}\u0000\n`),
  createValueCase('an unknown status is refused', () => 'PAID', [WEBHOOK_PARAMETERS.status]),
];

export const secretCase = createTestCase('a wrong key, or none, is refused', refused, (run, order) => {
  const payload = run.pay(order);
  return inTurn([null, '', `${run.secret}x`, `${run.secret}`.slice(0, -1)], (key) => run.send(payload, { key }));
});

/** Run last: these cases read the responses of all the others. */
export const responseCases: readonly WebhookTestCase[] = [
  createResponseCase('no answer tells what went wrong inside', 'no error in a body', ({ body }) =>
    body.includes(LOOKUP_DOWN) || /\n\s+at /.test(body) ? body.slice(0, 60) : null,
  ),
  createResponseCase('no answer is kept by a cache', 'Cache-Control: no-store', ({ cacheControl }) =>
    /\bno-store\b/i.test(cacheControl) ? null : `Cache-Control: ${cacheControl || '(none)'}`,
  ),
];

function createResponseCase(
  name: string,
  expected: string,
  findProblem: (answer: TestRun['answers'][number]) => string | null,
): WebhookTestCase {
  return {
    name,
    expected,
    async play({ answers }) {
      if (!answers.length) return { passed: false, actual: 'no answer at all' };
      const fault = answers.map(findProblem).find((each) => each !== null);
      return fault === undefined
        ? { passed: true, actual: expected }
        : { passed: false, actual: JSON.stringify(fault) };
    },
  };
}

async function inTurn<T>(list: readonly T[], act: (item: T) => Promise<number>): Promise<number[]> {
  const codes: number[] = [];
  for (const item of list) codes.push(await act(item));
  return codes;
}

import { WEBHOOK_PARAMETERS } from '../protocol/webhook-payload.ts';
import { LOOKUP_DOWN, toQuery, type TestRun } from './webhook-test-run.ts';
import { createTestCase, type WebhookTestCase } from './webhook-test-case.ts';

const unchanged = { order: ['waiting'], timesPaid: 0 } as const;
const rejected = { response: '4xx', ...unchanged } as const;
const names = Object.values(WEBHOOK_PARAMETERS);

type Pairs = readonly (readonly [name: string, value: string])[];

/** Starts with the webhook of a real payment, so that only its form can be rejected. */
const createMalformedCase = (
  name: string,
  corrupt: (pairs: Pairs, parameter: string) => Pairs,
  invalidParameters: readonly string[] = names,
) =>
  createTestCase(name, rejected, (run, order) => {
    const pairs = toQuery(run.pay(order));
    return oneByOne(invalidParameters, (parameter) => run.send(corrupt(pairs, parameter)));
  });

const createValueCase = (name: string, corrupt: (value: string) => string, invalidParameters?: readonly string[]) =>
  createMalformedCase(
    name,
    (pairs, parameter) => pairs.map(([each, value]) => [each, each === parameter ? corrupt(value) : value] as const),
    invalidParameters,
  );

/** The cases with invalid requests. */
export const requestCases: readonly WebhookTestCase[] = [
  createTestCase('rejects an unknown order', { response: '4xx' }, async (run, order) => {
    const unknown = { ...order, merchantUid: `${order.merchantUid}-unknown` };
    return [await run.send(run.pay(unknown))];
  }),
  createTestCase('changes nothing for HEAD', { response: 'any code', ...unchanged }, async (run, order) => [
    await run.send(run.pay(order), { method: 'HEAD' }),
  ]),
  createTestCase('rejects POST', rejected, async (run, order) => [await run.send(run.pay(order), { method: 'POST' })]),
  createMalformedCase('rejects a missing parameter', (pairs, parameter) =>
    pairs.filter(([name]) => name !== parameter),
  ),
  createMalformedCase('rejects a duplicated parameter', (pairs, parameter) => [...pairs, [parameter, 'failed']]),
  createValueCase('rejects an empty parameter', () => ''),
  createValueCase('rejects a parameter over 200 characters', (value) => value.padEnd(201, 'x')),
  createValueCase('rejects control characters', (value) => `${value}\u0000\n`),
  createValueCase('rejects line separators', (value) => `${value}\u2028x`),
  createValueCase('rejects white space at an end', (value) => ` ${value}`),
  createTestCase('rejects . and .. as the number of a payment', rejected, (run, order) =>
    oneByOne(['.', '..'], (number) => run.send(run.pay(order, {}, number))),
  ),
  createTestCase('rejects a parameter that is not UTF-8', rejected, (run, order) => {
    const pairs = toQuery(run.pay(order));
    return oneByOne(names, (parameter) =>
      // 주문 in EUC-KR.
      run.send(
        pairs.filter(([name]) => name !== parameter),
        { rawQuery: `${parameter}=%C1%D6%B9%AE` },
      ),
    );
  }),
  createTestCase(
    'accepts another parameter that is not UTF-8',
    { response: '2xx', order: ['paid'], timesPaid: 1 },
    // 김스테드 in EUC-KR: old Korean services send it.
    async (run, order) => [await run.send(run.pay(order), { rawQuery: 'name=%B1%E8%BD%BA%C5%D7%B5%E5' })],
  ),
  createValueCase('rejects an unknown status', () => 'PAID', [WEBHOOK_PARAMETERS.status]),
];

export const secretCase = createTestCase('rejects a wrong or missing key', rejected, (run, order) => {
  const payload = run.pay(order);
  return oneByOne([null, '', `${run.secret}x`, `${run.secret}`.slice(0, -1)], (key) => run.send(payload, { key }));
});

/** Checks of the responses of all other cases. They run last. */
export const responseCases: readonly WebhookTestCase[] = [
  createResponseCase('responds without error details', 'no error in a body', ({ body }) =>
    body.includes(LOOKUP_DOWN) || /\n\s+at /.test(body) ? body.slice(0, 60) : null,
  ),
  createResponseCase('responds with Cache-Control: no-store', 'Cache-Control: no-store', ({ cacheControl }) =>
    /\bno-store\b/i.test(cacheControl) ? null : `Cache-Control: ${cacheControl || '(none)'}`,
  ),
];

function createResponseCase(
  name: string,
  expected: string,
  findProblem: (response: TestRun['responses'][number]) => string | null,
): WebhookTestCase {
  return {
    name,
    expected,
    async execute({ responses }) {
      if (!responses.length) return { passed: false, actual: 'no response' };
      const problem = responses.map(findProblem).find((each) => each !== null);
      return problem === undefined
        ? { passed: true, actual: expected }
        : { passed: false, actual: JSON.stringify(problem) };
    },
  };
}

async function oneByOne<T>(list: readonly T[], send: (item: T) => Promise<number>): Promise<number[]> {
  const codes: number[] = [];
  for (const item of list) codes.push(await send(item));
  return codes;
}

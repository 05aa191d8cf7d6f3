import { expect, test } from 'vitest';
import { checkRequest, toScriptRequest } from '../../src/payment/check-request.ts';
import type { PayRequest } from '../../src/protocol/pay-request.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const LATER = NOW + 60_000;

const good = {
  name: '김스테드',
  merchantUid: 'order-1',
  itemList: [{ itemName: '겨울 운동화', itemAmt: '1', imgUrl: '', orderUrl: 'https://shop.example/1' }],
  payEndDttm: LATER,
  sandboxYn: '1',
  totalAmt: 3000,
} satisfies PayRequest;

const item = good.itemList[0]!;
const withItem = (changes: object) => ({ ...good, itemList: [{ ...item, ...changes }] });
const without = (field: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== field));

const paths = (request: unknown, sandbox?: boolean) => checkRequest(request, sandbox, NOW).map(({ path }) => path);

test.each<[string, unknown]>([
  ['has every field of the guide', good],
  ['leaves out what is optional', withItem({ imgUrl: undefined, orderUrl: undefined })],
  ['has a number as itemAmt, as in the guide’s example', withItem({ itemAmt: 2000 })],
  ['has an http URL', withItem({ imgUrl: 'http://shop.example/a.png' })],
  ['has payEndDttm as a Date', { ...good, payEndDttm: new Date(LATER) }],
  ['has payEndDttm as digits', { ...good, payEndDttm: String(LATER) }],
  ['expires one millisecond from now', { ...good, payEndDttm: NOW + 1 }],
  // By a clock that is fast. Instead judges it.
  ['has expired less than a day ago', { ...good, payEndDttm: NOW - 86_399_999 }],
  ['has payEndDttm as an ISO date in UTC', { ...good, payEndDttm: '2099-11-25T16:49:00Z' }],
  ['has payEndDttm as an ISO date with its offset', { ...good, payEndDttm: '2099-11-25T16:49:00.000+09:00' }],
  ['is a real payment', { ...good, sandboxYn: '0' }],
  ['has a totalAmt of one won', { ...good, totalAmt: 1 }],
  ['has a totalAmt above the sum of the items', { ...good, totalAmt: Number.MAX_SAFE_INTEGER }],
  ['has a request_cb', { ...good, request_cb: () => {} }],
])('accepts a request that %s', (_, request) => {
  expect(checkRequest(request, undefined, NOW)).toEqual([]);
});

const invalidTexts = [undefined, null, '', '   ', 7, {}, ['a']];
const invalidUrls = [
  null,
  7,
  {},
  'shop.example',
  '/images/1.png',
  '//shop.example/1.png',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://shop.example',
  'https://',
];

const invalidFields: Record<string, { path: string; values: unknown[]; make: (value: unknown) => unknown }> = {
  'the request itself': { path: '', values: [undefined, null, 'order-1', 3000, true], make: (value) => value },
  name: { path: 'name', values: invalidTexts, make: (name) => ({ ...good, name }) },
  merchantUid: { path: 'merchantUid', values: invalidTexts, make: (merchantUid) => ({ ...good, merchantUid }) },
  itemList: {
    path: 'itemList',
    values: [undefined, null, [], {}, 'item', { length: 1, 0: item }],
    make: (itemList) => ({ ...good, itemList }),
  },
  'an item': {
    path: 'itemList[0]',
    values: [undefined, null, 'shoes', 7],
    make: (value) => ({ ...good, itemList: [value] }),
  },
  itemName: { path: 'itemList[0].itemName', values: invalidTexts, make: (itemName) => withItem({ itemName }) },
  itemAmt: {
    path: 'itemList[0].itemAmt',
    values: [undefined, null, '', ' ', NaN, Infinity, {}, true],
    make: (itemAmt) => withItem({ itemAmt }),
  },
  imgUrl: { path: 'itemList[0].imgUrl', values: invalidUrls, make: (imgUrl) => withItem({ imgUrl }) },
  orderUrl: { path: 'itemList[0].orderUrl', values: invalidUrls, make: (orderUrl) => withItem({ orderUrl }) },
  payEndDttm: {
    path: 'payEndDttm',
    values: [
      undefined,
      null,
      '',
      'tomorrow',
      '2026-12-01',
      `${LATER}.5`,
      `-${LATER}`,
      ` ${LATER}`,
      '9'.repeat(30),
      LATER + 0.5,
      NaN,
      Infinity,
      2 ** 60,
      new Date(NaN),
      { getTime: () => LATER },
      // No zone: another instant in each country.
      '2030-01-02T03:04:05',
      '2030-01-02 03:04:05+09:00',
      // Past by a day, in seconds, and in 1970.
      NOW - 86_400_000,
      Math.floor(LATER / 1000),
      String(Math.floor(LATER / 1000)),
      new Date(NOW - 86_400_001),
      '1520302281201',
      0,
      -1,
    ],
    make: (payEndDttm) => ({ ...good, payEndDttm }),
  },
  sandboxYn: {
    path: 'sandboxYn',
    values: [undefined, null, 0, 1, true, false, 'Y', 'N', '', '2', ' 1'],
    make: (sandboxYn) => ({ ...good, sandboxYn }),
  },
  totalAmt: {
    path: 'totalAmt',
    values: [undefined, null, '3000', NaN, Infinity, 0, -0, -3000, 0.5, 3000.1, 2 ** 53, 3000n, new Number(3000)],
    make: (totalAmt) => ({ ...good, totalAmt }),
  },
  request_cb: { path: 'request_cb', values: [null, 'fn', {}], make: (request_cb) => ({ ...good, request_cb }) },
};

const invalidCases = Object.entries(invalidFields).flatMap(([field, { path, values, make }]) =>
  values.map((value) => ({ field, path, value, request: make(value) })),
);

test.each(invalidCases)('reports one issue at "$path" for $field = $value', ({ request, path }) => {
  const issues = checkRequest(request, undefined, NOW);
  expect(issues.map((issue) => issue.path)).toEqual([path]);
  expect(issues[0]?.message).toMatch(/^must be .+\.$/);
});

test.each(['name', 'merchantUid', 'itemList', 'payEndDttm', 'sandboxYn', 'totalAmt'])(
  'reports one issue for a request without %s',
  (field) => {
    expect(paths(without(field))).toEqual([field]);
  },
);

test('the issue for a payEndDttm in seconds mentions milliseconds', () => {
  const [issue] = checkRequest({ ...good, payEndDttm: Math.floor(LATER / 1000) }, undefined, NOW);
  expect(issue?.message).toContain('milliseconds, not seconds');
});

test('reports every invalid field at once, with its path', () => {
  const request = {
    name: '',
    itemList: [
      item,
      { itemName: '', itemAmt: '', imgUrl: 'javascript:1', orderUrl: 7 },
      null,
      { ...item, itemAmt: NaN },
    ],
    payEndDttm: 'soon',
    sandboxYn: 'Y',
    totalAmt: 0.5,
    request_cb: 1,
  };
  expect(paths(request)).toEqual([
    'name',
    'merchantUid',
    'itemList[1].itemName',
    'itemList[1].itemAmt',
    'itemList[1].imgUrl',
    'itemList[1].orderUrl',
    'itemList[2]',
    'itemList[3].itemAmt',
    'payEndDttm',
    'sandboxYn',
    'totalAmt',
    'request_cb',
  ]);
});

test('reports a hole in a sparse itemList as a missing item', () => {
  expect(paths({ ...good, itemList: new Array(2) })).toEqual(['itemList[0]', 'itemList[1]']);
});

test.each([true, false])(
  'sandbox={%s} is the default for a missing sandboxYn and does not override an invalid one',
  (sandbox) => {
    expect(paths(without('sandboxYn'), sandbox)).toEqual([]);
    expect(paths({ ...good, sandboxYn: 'Y' }, sandbox)).toEqual(['sandboxYn']);
  },
);

test.each([
  ['Date', new Date(LATER)],
  ['number', LATER],
  ['string of digits', String(LATER)],
])('payEndDttm is sent as a string of digits when given as a %s', (_, payEndDttm) => {
  expect(toScriptRequest({ ...good, payEndDttm }, undefined).payEndDttm).toBe(String(LATER));
});

test.each([
  { own: '1', sandbox: false, sent: '1' },
  { own: '0', sandbox: true, sent: '0' },
  { own: undefined, sandbox: true, sent: '1' },
  { own: undefined, sandbox: false, sent: '0' },
] as const)('sandboxYn $own with sandbox={$sandbox} is sent as $sent', ({ own, sandbox, sent }) => {
  expect(toScriptRequest({ ...good, sandboxYn: own }, sandbox).sandboxYn).toBe(sent);
});

test('toScriptRequest copies the fields of the guide unchanged, and no others', () => {
  const request = { ...good, secret: 'x', itemList: [{ ...item, itemAmt: 2000, secret: 'x' }] };
  expect(JSON.parse(JSON.stringify(toScriptRequest(request, undefined)))).toStrictEqual({
    name: '김스테드',
    merchantUid: 'order-1',
    itemList: [{ itemName: '겨울 운동화', itemAmt: 2000, imgUrl: '', orderUrl: 'https://shop.example/1' }],
    payEndDttm: String(LATER),
    sandboxYn: '1',
    totalAmt: 3000,
  });
});

test('extensions of Object.prototype are not read as request fields', () => {
  Object.assign(Object.prototype, { sum: () => 0, result: 'success' });
  try {
    expect(checkRequest(good, true, NOW)).toEqual([]);
  } finally {
    for (const key of ['sum', 'result']) Reflect.deleteProperty(Object.prototype, key);
  }
});

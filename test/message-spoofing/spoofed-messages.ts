/** Spoofed messages: each entry is JavaScript that the sender evaluates to a message. Forty of each kind. */

const RESULTS = [
  `result: 'opened'`,
  `result: 'closed'`,
  `result: 'success', method: 'kakao'`,
  `result: 'success', method: 'facebook'`,
  `result: 'success', method: 'link'`,
  `result: 'fail'`,
  `result: 'fail', method: 'cancelled'`,
  `result: 'fail', method: 'kakao'`,
  `result: 'fail', method: 'facebook'`,
  `result: 'fail', method: 'link'`,
];

/** Instead's own messages: only the sender shows that they are spoofed. */
const real = RESULTS.flatMap((result) => [
  `({ ${result} })`,
  `({ ${result}, merchantUid: 'order-1', totalAmt: 3000 })`,
  `({ ${result}, origin: 'https://instead.co.kr', source: 'popup', isTrusted: true })`,
  `Object.assign(new (class Result {})(), { ${result} })`,
]);

/** Wrong values, wrong types, wrong case. */
const unknown = [
  `undefined`,
  `null`,
  `true`,
  `0`,
  `1n`,
  `NaN`,
  `''`,
  `'success'`,
  `'opened'`,
  `'{"result":"success","method":"kakao"}'`,
  `[]`,
  `['success', 'kakao']`,
  `[{ result: 'success', method: 'kakao' }]`,
  `({})`,
  `({ result: null })`,
  `({ result: true, method: 'kakao' })`,
  `({ result: 1, method: 'kakao' })`,
  `({ result: ['success'], method: 'kakao' })`,
  `({ result: { result: 'success' }, method: 'kakao' })`,
  `({ result: 'Success', method: 'kakao' })`,
  `({ result: 'SUCCESS', method: 'KAKAO' })`,
  `({ result: ' success', method: 'kakao' })`,
  `({ result: 'success\\u0000', method: 'kakao' })`,
  `({ result: 'ｓuccess', method: 'kakao' })`,
  `({ Result: 'success', Method: 'kakao' })`,
  `({ result: 'success' })`,
  `({ result: 'success', method: null })`,
  `({ result: 'success', method: 'cash' })`,
  `({ result: 'success', method: 'Kakao' })`,
  `({ result: 'success', method: 'cancelled' })`,
  `({ result: 'success', method: ['kakao'] })`,
  `({ method: 'kakao' })`,
  `({ result: 'paid', method: 'kakao' })`,
  `({ result: 'sent', method: 'kakao' })`,
  `({ status: 'paid' })`,
  `({ result: 'fail', method: 'paid' })`,
  `({ result: 'fail', method: 0 })`,
  `({ result: 'Opened' })`,
  `({ result: 'closed ' })`,
  `({ data: { result: 'success', method: 'kakao' } })`,
];

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  'toLocaleString',
  '__defineGetter__',
  '__lookupGetter__',
];

/** Names that every object inherits in place of a value, and prototypes in place of an object. */
const polluting = NAMES.flatMap((name) => [
  `({ result: '${name}', method: 'kakao' })`,
  `({ result: 'success', method: '${name}' })`,
  `JSON.parse('{"${name}":{"result":"success","method":"kakao"}}')`,
  `JSON.parse('{"result":"success","${name}":{"method":"kakao"}}')`,
]);

/** Values that a message can carry and JSON cannot, and values that are far too large. */
const exotic = [
  `new Map([['result', 'success'], ['method', 'kakao']])`,
  `new Map([[{ result: 'success' }, { method: 'kakao' }]])`,
  `new Set(['success', 'kakao'])`,
  `new Set([{ result: 'success', method: 'kakao' }])`,
  `new Date(0)`,
  `new Date(NaN)`,
  `/success/g`,
  `Object.assign(/success/, { result: 'success', method: 'kakao' })`,
  `new Error('success')`,
  `new TypeError('success', { cause: { result: 'success', method: 'kakao' } })`,
  `Object.assign(new Error('success'), { result: 'success', method: 'kakao' })`,
  `new DOMException('success', 'AbortError')`,
  `new String('success')`,
  `new Number(1)`,
  `new Boolean(true)`,
  `Object(1n)`,
  `new ArrayBuffer(8)`,
  `new Uint8Array([115, 117, 99])`,
  `new Float64Array(1024)`,
  `new DataView(new ArrayBuffer(8))`,
  `new Blob(['{"result":"success","method":"kakao"}'], { type: 'application/json' })`,
  `new File(['success'], 'result')`,
  `new ImageData(1, 1)`,
  `new DOMRect(0, 0, 375, 600)`,
  `new DOMMatrix()`,
  `new (class { get result() { return 'success'; } get method() { return 'kakao'; } })()`,
  `Object.create({ result: 'success', method: 'kakao' })`,
  `Object.defineProperties({}, { result: { value: 'success' }, method: { value: 'kakao' } })`,
  `({ result: new String('success'), method: new String('kakao') })`,
  `({ result: 'success', method: new Map() })`,
  `({ result: new Date(0), method: 'kakao' })`,
  `({ result: 'success'.repeat(100_000), method: 'kakao' })`,
  `({ result: 'success', method: 'kakao'.repeat(100_000) })`,
  `'success'.repeat(500_000)`,
  `new Array(1_000_000)`,
  `Array.from({ length: 10_000 }, () => ({ result: 'success', method: 'kakao' }))`,
  `Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => ['result' + index, 'success']))`,
  `Array(1000).fill().reduce((inner) => ({ result: inner, method: 'kakao' }), 'success')`,
  `((loop) => (loop.result = loop))({ method: 'kakao' })`,
  `((loop) => (loop.push(loop), loop))(['success'])`,
];

export const MESSAGES = { real, unknown, polluting, exotic };

/** The description of each kind, for the documentation. */
export const MESSAGE_KINDS: Record<keyof typeof MESSAGES, string> = {
  real: "Instead's own messages",
  unknown: 'wrong values, wrong types, wrong case',
  polluting: 'names that every object inherits, and prototypes',
  exotic: 'values that JSON cannot carry, and values that are far too large',
};

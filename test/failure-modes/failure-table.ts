/** What can fail: an answer that a payment needs, in the order in which it needs them, or what its window says. */
export type What = 'script' | 'token' | 'order' | 'session' | 'popup' | 'message';

/** What comes in place of the right answer. */
export type Answer =
  /** Nothing, until the test lets the right answer go. */
  | { type: 'held' }
  /** The right answer, 300 ms later. */
  | { type: 'late' }
  /** The connection is reset before a word, or in the middle of the answer. */
  | { type: 'cut' }
  | { type: 'torn' }
  | { type: 'given'; status: number; body?: string; mime?: string }
  /** `there`: 307 to the right answer; `page`: 302 to a page of the same origin; `otherOrigin`: 302 to somebody else's. */
  | { type: 'redirect'; to: 'there' | 'page' | 'otherOrigin' }
  /** The right answer, without the header that lets the shop's page read it. */
  | { type: 'unshared' }
  /** A page of Instead's origin that says these things to the shop. */
  | { type: 'says'; words: readonly Words[] };

/** A message, a pause in ms, or what the window does. */
export type Words = { say: unknown } | { pause: number } | { does: 'closes' | 'moves to another origin' };

export type Outcome =
  | 'sent/kakao'
  | 'cancelled/user_cancelled'
  | 'cancelled/popup_closed'
  | 'cancelled/aborted'
  | `failed/${'sdk_load_failed' | 'token_failed' | 'session_failed' | 'order_failed' | 'invalid_request' | 'disposed'}`;

/** One fault, and how the payment ends that it strikes. One that it no longer strikes ends as `sent/kakao`. */
export interface FailureMode {
  what: What;
  /** Goes on from the name of what fails: "a token" + "is refused (401)". */
  how: string;
  answer: Answer;
  /** How often it strikes; always, if it is not said. */
  times?: number;
  outcome: Outcome;
}

/** How every fault over HTTP goes, wherever it strikes. */
const dead = {
  'never comes': { type: 'held' },
  'is cut off before a word': { type: 'cut' },
  'is cut off in the middle': { type: 'torn' },
  'is not found (404)': { type: 'given', status: 404 },
  'is answered by an error (500)': { type: 'given', status: 500 },
  'is HTML': { type: 'given', status: 200, body: '<!doctype html><p>잠시 점검하고 있어요.</p>', mime: 'text/html' },
  'is empty': { type: 'given', status: 200, body: '' },
  'is no content (204)': { type: 'given', status: 204 },
  'is a redirect to a page': { type: 'redirect', to: 'page' },
} satisfies Record<string, Answer>;

/** What only looks like a fault. */
const harmless = {
  'comes late, but in time': { type: 'late' },
  'has moved (307)': { type: 'redirect', to: 'there' },
} satisfies Record<string, Answer>;

/** What a script that asks for JSON may get. */
const refused = {
  'is refused (400)': { type: 'given', status: 400 },
  'is refused (401)': { type: 'given', status: 401 },
  'is asked for too often (429)': { type: 'given', status: 429 },
  'is not to be had now (503)': { type: 'given', status: 503 },
} satisfies Record<string, Answer>;

const unshared = { 'is withheld from the page (CORS)': { type: 'unshared' } } satisfies Record<string, Answer>;

const json = (value: unknown): Answer => ({
  type: 'given',
  status: 200,
  body: JSON.stringify(value),
  mime: 'application/json',
});
const script = (body: string): Answer => ({ type: 'given', status: 200, body, mime: 'text/javascript' });
const says = (...words: Words[]): Answer => ({ type: 'says', words });

const faults = (what: What, outcome: Outcome, answers: Record<string, Answer>): FailureMode[] =>
  Object.entries(answers).map(([how, answer]) => ({ what, how, answer, outcome }));

const opened = { say: { result: 'opened' } };
const closed = { say: { result: 'closed' } };
const success = { say: { result: 'success', method: 'kakao' } };
const fail = { say: { result: 'fail', method: 'cancelled' } };
const closes = { does: 'closes' } as const;

export const FAILURE_MODES: readonly FailureMode[] = [
  ...faults('script', 'sent/kakao', harmless),
  ...faults('script', 'failed/sdk_load_failed', {
    ...dead,
    ...unshared,
    'is another script': script('window.somethingElse = true;'),
    throws: script('throw new Error("a script in a bad mood");'),
  }),
  // It is there, by its name. That it is not worth anything shows when it is to ask for the token.
  ...faults('script', 'failed/token_failed', {
    'is a word by its name': script('INSTEAD = "text";'),
    'asks nobody for anything': script('INSTEAD = { init: function () {}, requestPay: function () {} };'),
  }),

  ...faults('token', 'sent/kakao', harmless),
  ...faults('token', 'failed/token_failed', {
    ...dead,
    ...refused,
    ...unshared,
    'is null': json(null),
    'is an object without a token': json({ token: 'abc' }),
    'is empty within its JSON': json({ access_token: '' }),
  }),
  // Anything that the script would send is tried: the session tells that it is worth nothing.
  ...faults('token', 'failed/session_failed', {
    'is a number that nobody knows': json({ access_token: 7 }),
    'is an object': json({ access_token: {} }),
  }),

  ...faults('order', 'sent/kakao', harmless),
  ...faults('order', 'cancelled/popup_closed', { 'never comes': dead['never comes'] }),
  ...faults('order', 'failed/order_failed', {
    ...without(dead, 'never comes'),
    ...unshared,
    'is refused (401)': refused['is refused (401)'],
  }),
  ...faults('order', 'failed/invalid_request', {
    'is null': json(null),
    'is a list': json([]),
    'is of wrong types': json({ name: 7, merchantUid: {}, itemList: 'shoes', payEndDttm: null, totalAmt: '3000' }),
  }),

  ...faults('session', 'sent/kakao', harmless),
  {
    what: 'session',
    how: 'is refused once (401)',
    answer: refused['is refused (401)'],
    times: 1,
    outcome: 'sent/kakao',
  },
  ...faults('session', 'failed/session_failed', {
    ...dead,
    ...refused,
    ...unshared,
    'is created (201), which the script does not know': { type: 'given', status: 201, body: '{"session_id":"abc"}' },
    'is null': json(null),
    'is an object without an id': json({ session: 'abc' }),
    'has null for an id': json({ session_id: null }),
    'has an object for an id': json({ session_id: {} }),
  }),

  ...faults('popup', 'sent/kakao', harmless),
  // Nobody but the shopper can see what stands in the window. It is up to the shopper to close it.
  ...faults('popup', 'cancelled/popup_closed', {
    ...dead,
    'is a file to save': { type: 'given', status: 200, body: 'abc', mime: 'application/octet-stream' },
    'is a redirect to another origin': { type: 'redirect', to: 'otherOrigin' },
  }),

  ...faults('message', 'sent/kakao', {
    'comes late': says({ pause: 400 }, opened, { pause: 400 }, success),
    'comes twice': says(opened, opened, success, success),
    'comes without an opened before it': says(success),
    'comes just after closed': says(opened, closed, { pause: 100 }, success),
    'comes after a page that was loaded again': says(opened, closed, opened, { pause: 700 }, success),
    'comes after garbage': says(opened, { say: '<!doctype html>' }, { say: null }, { say: [] }, success),
    'is taken back': says(opened, success, fail),
  }),
  ...faults('message', 'cancelled/user_cancelled', {
    'is a refusal': says(opened, fail),
    'is a refusal without a method': says(opened, { say: { result: 'fail' } }),
    'is a refusal that is taken back': says(opened, fail, success),
  }),
  ...faults('message', 'cancelled/popup_closed', {
    'never comes, and the window goes': says(opened, closes),
    'never comes, opened neither, and the window goes': says({ pause: 1_500 }, closes),
    'comes long after closed': says(opened, closed, { pause: 2_000 }, success),
    'is HTML': says(opened, { say: '<!doctype html><p>success' }, closes),
    'is empty': says(opened, { say: '' }, { say: null }, { say: {} }, closes),
    'is of wrong types': says(
      opened,
      { say: { result: ['success'], method: 'kakao' } },
      { say: [success.say] },
      closes,
    ),
    'has a method that nobody knows': says(opened, { say: { result: 'success', method: 'cash' } }, closes),
    'has no method': says(opened, { say: { result: 'success' } }, closes),
    'comes from another origin': says(opened, { does: 'moves to another origin' }),
  }),
];

function without<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = from;
  return rest;
}

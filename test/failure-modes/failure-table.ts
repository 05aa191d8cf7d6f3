/** What can fail: an answer that a payment needs, in the order in which it needs them, or the messages of the popup. */
export type What = 'script' | 'token' | 'order' | 'session' | 'popup' | 'message';

/** What replaces the right answer. */
export type Answer =
  /** No answer until the test releases it. */
  | { type: 'held' }
  /** The right answer, 300 ms later. */
  | { type: 'late' }
  /** The connection is reset before a word, or in the middle of the answer. */
  | { type: 'cut' }
  | { type: 'torn' }
  | { type: 'given'; status: number; body?: string; mime?: string }
  /** `there`: 307 to the right answer; `page`: 302 to a page of the same origin; `otherOrigin`: 302 to another site's. */
  | { type: 'redirect'; to: 'there' | 'page' | 'otherOrigin' }
  /** The right answer, without the header that lets the shop's page read it. */
  | { type: 'unshared' }
  /** A page of Instead's origin that posts these messages to the shop. */
  | { type: 'posts'; messages: readonly MessageStep[] };

/** A message, a pause in ms, or an action of the popup. */
export type MessageStep = { post: unknown } | { pause: number } | { does: 'closes' | 'navigates to another origin' };

export type Outcome =
  | 'sent/kakao'
  | 'cancelled/user_cancelled'
  | 'cancelled/popup_closed'
  | 'cancelled/aborted'
  | `failed/${'sdk_load_failed' | 'token_failed' | 'session_failed' | 'order_failed' | 'invalid_request' | 'disposed'}`;

/** A failure, and the outcome of the payment while it is active. After it the outcome is `sent/kakao`. */
export interface FailureMode {
  what: What;
  /** Continues the name of what fails: "a token" + "is refused (401)". */
  how: string;
  answer: Answer;
  /** How often it happens; always by default. */
  times?: number;
  outcome: Outcome;
}

/** Every failure over HTTP, whatever is requested. */
const dead = {
  'never arrives': { type: 'held' },
  'is cut off before the first byte': { type: 'cut' },
  'is cut off in the middle': { type: 'torn' },
  'is not found (404)': { type: 'given', status: 404 },
  'is answered with an error (500)': { type: 'given', status: 500 },
  'is HTML': { type: 'given', status: 200, body: '<!doctype html><p>잠시 점검하고 있어요.</p>', mime: 'text/html' },
  'is empty': { type: 'given', status: 200, body: '' },
  'has no content (204)': { type: 'given', status: 204 },
  'redirects to a page': { type: 'redirect', to: 'page' },
} satisfies Record<string, Answer>;

/** What only looks like a failure. */
const harmless = {
  'arrives late, but in time': { type: 'late' },
  'has moved (307)': { type: 'redirect', to: 'there' },
} satisfies Record<string, Answer>;

/** What a request for JSON may receive. */
const refused = {
  'is refused (400)': { type: 'given', status: 400 },
  'is refused (401)': { type: 'given', status: 401 },
  'is refused for too many requests (429)': { type: 'given', status: 429 },
  'is unavailable (503)': { type: 'given', status: 503 },
} satisfies Record<string, Answer>;

const unshared = { 'is blocked by CORS': { type: 'unshared' } } satisfies Record<string, Answer>;

const json = (value: unknown): Answer => ({
  type: 'given',
  status: 200,
  body: JSON.stringify(value),
  mime: 'application/json',
});
const script = (body: string): Answer => ({ type: 'given', status: 200, body, mime: 'text/javascript' });
const posts = (...messages: MessageStep[]): Answer => ({ type: 'posts', messages });

const faults = (what: What, outcome: Outcome, answers: Record<string, Answer>): FailureMode[] =>
  Object.entries(answers).map(([how, answer]) => ({ what, how, answer, outcome }));

const opened = { post: { result: 'opened' } };
const closed = { post: { result: 'closed' } };
const success = { post: { result: 'success', method: 'kakao' } };
const fail = { post: { result: 'fail', method: 'cancelled' } };
const closes = { does: 'closes' } as const;

export const FAILURE_MODES: readonly FailureMode[] = [
  ...faults('script', 'sent/kakao', harmless),
  ...faults('script', 'failed/sdk_load_failed', {
    ...dead,
    ...unshared,
    'is another script': script('window.somethingElse = true;'),
    throws: script('throw new Error("a broken script");'),
  }),
  // Its name is defined. It fails only when it has to request the token.
  ...faults('script', 'failed/token_failed', {
    'defines a string with its name': script('INSTEAD = "text";'),
    'requests no token': script('INSTEAD = { init: function () {}, requestPay: function () {} };'),
    'requests its token by fetch': script(
      'INSTEAD = { init: function () { fetch(API + "/token", { method: "POST" }).catch(function () {}); }, requestPay: function () {} };',
    ),
  }),

  ...faults('token', 'sent/kakao', harmless),
  // Requested again: no shopper waits for a busy moment of the service.
  ...[408, 425, 429].map((status): FailureMode => ({
    what: 'token',
    how: `is refused once for the moment (${status})`,
    answer: { type: 'given', status },
    times: 1,
    outcome: 'sent/kakao',
  })),
  ...faults('token', 'failed/token_failed', {
    ...dead,
    ...refused,
    ...unshared,
    'is null': json(null),
    'is an object without a token': json({ token: 'abc' }),
    'is empty inside its JSON': json({ access_token: '' }),
  }),
  // The script would send any value: the session request shows that it is invalid.
  ...faults('token', 'failed/session_failed', {
    'is an unknown number': json({ access_token: 7 }),
    'is an object': json({ access_token: {} }),
  }),

  ...faults('order', 'sent/kakao', harmless),
  ...faults('order', 'failed/order_failed', {
    ...dead,
    ...unshared,
    'is refused (401)': refused['is refused (401)'],
  }),
  ...faults('order', 'failed/invalid_request', {
    'is null': json(null),
    'is an array': json([]),
    'has wrong types': json({ name: 7, merchantUid: {}, itemList: 'shoes', payEndDttm: null, totalAmt: '3000' }),
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
    'is created (201), which the script does not support': { type: 'given', status: 201, body: '{"session_id":"abc"}' },
    'is null': json(null),
    'is an object without an id': json({ session: 'abc' }),
    'has null as an id': json({ session_id: null }),
    'has an object as an id': json({ session_id: {} }),
  }),

  ...faults('popup', 'sent/kakao', harmless),
  // Only the shopper sees what is in the popup, and only the shopper closes it.
  ...faults('popup', 'cancelled/popup_closed', {
    ...dead,
    'is a download': { type: 'given', status: 200, body: 'abc', mime: 'application/octet-stream' },
    'redirects to another origin': { type: 'redirect', to: 'otherOrigin' },
  }),

  ...faults('message', 'sent/kakao', {
    // A page that is reloaded, or leaves for a login page, posts `closed`, too.
    'arrives long after closed': posts(opened, closed, { pause: 2_000 }, success),
    'arrives late': posts({ pause: 400 }, opened, { pause: 400 }, success),
    'arrives twice': posts(opened, opened, success, success),
    'arrives without opened before it': posts(success),
    'arrives just after closed': posts(opened, closed, { pause: 100 }, success),
    'arrives after a page that was reloaded': posts(opened, closed, opened, { pause: 700 }, success),
    'arrives after invalid messages': posts(opened, { post: '<!doctype html>' }, { post: null }, { post: [] }, success),
    'is followed by a refusal': posts(opened, success, fail),
  }),
  ...faults('message', 'cancelled/user_cancelled', {
    'is a refusal': posts(opened, fail),
    'is a refusal without a method': posts(opened, { post: { result: 'fail' } }),
    'is a refusal followed by a success': posts(opened, fail, success),
  }),
  ...faults('message', 'cancelled/popup_closed', {
    'never arrives, and the popup closes': posts(opened, closes),
    'never arrives, nor does opened, and the popup closes': posts({ pause: 1_500 }, closes),
    'is HTML': posts(opened, { post: '<!doctype html><p>success' }, closes),
    'is empty': posts(opened, { post: '' }, { post: null }, { post: {} }, closes),
    'has wrong types': posts(
      opened,
      { post: { result: ['success'], method: 'kakao' } },
      { post: [success.post] },
      closes,
    ),
    'has an unknown method': posts(opened, { post: { result: 'success', method: 'cash' } }, closes),
    'has no method': posts(opened, { post: { result: 'success' } }, closes),
    // A navigation at once could lose the message before it, and a popup that never reported counts as lost for a second.
    'arrives from another origin': posts(opened, { pause: 1_500 }, { does: 'navigates to another origin' }),
  }),
];

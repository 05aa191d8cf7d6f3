import type { Outcome } from './failure-table.ts';
import type { RenderMode } from './support/app.tsx';
import type { Play, Step } from './support/play.ts';

/** What happens to a page in the middle of a payment, with nothing wrong in the service but what is said. */
export interface Scenario extends Omit<Play, 'mode' | 'outcomes'> {
  title:
    | 'the provider is gone'
    | 'the client is another'
    | 'one after the other'
    | 'the network'
    | 'the frame of the script';
  name: string;
  outcomes: readonly Outcome[];
  /** With `createInsteadClient()` as well: there, the provider's going is `dispose()`. */
  isPlainToo?: boolean;
}

const held = { answer: { type: 'held' } } as const;
const PRESS = 'the shopper presses';
const READY = ['the script is ready', PRESS] as const;
const OPEN = [...READY, 'it is open'] as const;
const SENDS = ['the shopper sends', 'the payment ends'] as const;
const AGAIN = [PRESS, ...SENDS] as const;

/** Where a payment stands when something happens to its page: how it is brought there, and what brings it to its end. */
const MOMENTS: Record<string, Pick<Play, 'faults' | 'opening'> & { until: Step[]; then: Step[]; outcome: Outcome }> = {
  'while its script is on the way': {
    faults: { script: held },
    opening: { isLazy: true },
    until: [PRESS, 'it is preparing'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while its order is being made': {
    faults: { order: held },
    opening: { hasOrder: true },
    until: [...READY, 'it is preparing'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while its session is on the way': {
    faults: { session: held },
    until: [...READY, 'it is requesting'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while its session never comes': {
    faults: { session: held },
    opening: { timeouts: { session: 600 } },
    until: [...READY, 'it is requesting'],
    then: ['the payment ends'],
    outcome: 'failed/session_failed',
  },
  'while its page is up, and the shopper sends': { until: [...OPEN], then: [...SENDS], outcome: 'sent/kakao' },
  'while its page is up, and the shopper cancels': {
    until: [...OPEN],
    then: ['the shopper cancels', 'the payment ends'],
    outcome: 'cancelled/user_cancelled',
  },
  'while its page is up, and the window is closed': {
    until: [...OPEN],
    then: ['the shopper closes the window', 'the payment ends'],
    outcome: 'cancelled/popup_closed',
  },
};

const inEveryMoment = (
  title: Scenario['title'],
  toName: (moment: string) => string,
  toSteps: (until: Step[], then: Step[]) => Step[],
  more: Pick<Scenario, 'isPlainToo'> & { after?: Outcome[] } = {},
): Scenario[] =>
  Object.entries(MOMENTS).map(([moment, { until, then, outcome, ...play }]) => ({
    title,
    name: toName(moment),
    steps: toSteps(until, then),
    outcomes: [outcome, ...(more.after ?? [])],
    isPlainToo: more.isPlainToo ?? false,
    ...play,
  }));

const LEAVES = 'the provider leaves';
const OFFLINE = 'the network goes';
const ONLINE = 'the network is back';
const THROWN_OUT = 'the page throws the frame out';
const FRAME_RELOADED = 'the page reloads the frame';

const frame = (strike: typeof THROWN_OUT | typeof FRAME_RELOADED, words: string): Scenario[] => [
  {
    title: 'the frame of the script',
    name: `${words} before the click`,
    steps: ['the script is ready', strike, ...AGAIN],
    outcomes: ['sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the frame of the script',
    name: `${words} while the order is being made`,
    faults: { order: held },
    opening: { hasOrder: true },
    steps: [...READY, 'it is preparing', strike, 'the service answers', ...SENDS],
    outcomes: ['sent/kakao'],
  },
  {
    title: 'the frame of the script',
    name: `${words} while the session is on the way, and works again for the next click`,
    faults: { session: held },
    opening: { timeouts: { session: 1_500 } },
    steps: [...READY, 'it is requesting', strike, 'the payment ends', 'the service recovers', ...AGAIN],
    outcomes: ['failed/session_failed', 'sent/kakao'],
  },
  {
    title: 'the frame of the script',
    name: `${words} while Instead’s page is up, and the shopper sends`,
    steps: [...OPEN, strike, ...SENDS],
    outcomes: ['sent/kakao'],
  },
  {
    title: 'the frame of the script',
    name: `${words} while Instead’s page is up, the shopper cancels and starts again`,
    steps: [...OPEN, strike, 'the shopper cancels', 'the payment ends', ...AGAIN],
    outcomes: ['cancelled/user_cancelled', 'sent/kakao'],
  },
];

export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'the provider is gone',
    name: 'the provider is unmounted while nobody pays',
    steps: ['the script is ready', LEAVES],
    outcomes: [],
    isPlainToo: true,
  },
  {
    title: 'the provider is gone',
    name: 'the provider is unmounted while the script is on the way and nobody pays',
    faults: { script: held },
    steps: ['the script is loading', LEAVES, 'the service answers'],
    outcomes: [],
    isPlainToo: true,
  },
  ...inEveryMoment(
    'the provider is gone',
    (moment) => `the provider is unmounted in mid-payment, ${moment}`,
    (until, then) => [...until, LEAVES, ...then],
    { isPlainToo: true },
  ),
  ...inEveryMoment(
    'the client is another',
    (moment) => `clientId changes in mid-payment, ${moment}, and the next click pays with the new one`,
    (until, then) => [...until, 'clientId changes', ...then, 'the service recovers', ...AGAIN],
    { after: ['sent/kakao'] },
  ),
  {
    title: 'one after the other',
    name: 'two payments are sent in a row',
    steps: [...READY, ...SENDS, ...AGAIN],
    outcomes: ['sent/kakao', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'one after the other',
    name: 'a payment that was cancelled is started again',
    steps: [...OPEN, 'the shopper cancels', 'the payment ends', ...AGAIN],
    outcomes: ['cancelled/user_cancelled', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'one after the other',
    name: 'a payment whose window was closed is started again',
    steps: [...OPEN, 'the shopper closes the window', 'the payment ends', ...AGAIN],
    outcomes: ['cancelled/popup_closed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'one after the other',
    name: 'a payment that was closed before its page came is started again, and its late answer opens nothing',
    faults: { session: held },
    steps: [
      ...READY,
      'it is requesting',
      'the shopper closes the window',
      'the payment ends',
      'the service answers',
      'the service recovers',
      ...AGAIN,
    ],
    outcomes: ['cancelled/popup_closed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network goes before the click and is back for the next one',
    steps: ['the script is ready', OFFLINE, PRESS, 'the payment ends', ONLINE, ...AGAIN],
    outcomes: ['failed/session_failed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network is gone before the script has come, and is back for the next click',
    opening: { isLazy: true },
    steps: [OFFLINE, PRESS, 'the payment ends', ONLINE, ...AGAIN],
    outcomes: ['failed/sdk_load_failed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network goes while Instead’s page is up, and the shopper sends once it is back',
    steps: [...OPEN, OFFLINE, ONLINE, ...SENDS],
    outcomes: ['sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network goes while Instead’s page is up, and the window is closed',
    steps: [...OPEN, OFFLINE, 'the shopper closes the window', 'the payment ends', ONLINE],
    outcomes: ['cancelled/popup_closed'],
    isPlainToo: true,
  },
  ...frame(THROWN_OUT, 'the page throws the script’s frame out'),
  ...frame(FRAME_RELOADED, 'the page reloads the script frame'),
];

const RENDER_MODES: Record<RenderMode, string> = { react: '', strict: ', under Strict Mode', plain: ', without React' };

export const modesOf = ({ isPlainToo }: Scenario): readonly RenderMode[] =>
  isPlainToo ? ['react', 'strict', 'plain'] : ['react', 'strict'];

export const SCENARIO_CELLS = SCENARIOS.flatMap((scenario) =>
  modesOf(scenario).map((mode) => ({ ...scenario, mode, name: `${scenario.name}${RENDER_MODES[mode]}` })),
);

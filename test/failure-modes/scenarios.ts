import type { Outcome } from './failure-table.ts';
import type { RenderMode } from './support/app.tsx';
import type { Play, Step } from './support/play.ts';

/** Events on a page during a payment, with no failure of the service beyond `faults`. */
export interface Scenario extends Omit<Play, 'mode' | 'outcomes'> {
  title:
    'unmounting the provider' | 'changing the client' | 'payments in sequence' | 'the network' | 'the script frame';
  name: string;
  outcomes: readonly Outcome[];
  /** Also tested with `createInsteadClient()`, where `dispose()` replaces the unmount. */
  isPlainToo?: boolean;
}

const held = { answer: { type: 'held' } } as const;
const CLICK = 'the shopper clicks';
const READY = ['the script is ready', CLICK] as const;
const OPEN = [...READY, 'it is open'] as const;
const SENDS = ['the shopper sends', 'the payment settles'] as const;
const AGAIN = [CLICK, ...SENDS] as const;

/** The moment of a payment in which something happens: the steps that lead to it, and those that settle the payment. */
const MOMENTS: Record<string, Pick<Play, 'faults' | 'opening'> & { until: Step[]; then: Step[]; outcome: Outcome }> = {
  'while the script is loading': {
    faults: { script: held },
    opening: { isLazy: true },
    until: [CLICK, 'it is preparing'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while the order is pending': {
    faults: { order: held },
    opening: { hasOrder: true },
    until: [...READY, 'it is preparing'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while the session is pending': {
    faults: { session: held },
    until: [...READY, 'it is requesting'],
    then: ['the service answers', ...SENDS],
    outcome: 'sent/kakao',
  },
  'while the session never arrives': {
    faults: { session: held },
    opening: { timeouts: { session: 600 } },
    until: [...READY, 'it is requesting'],
    then: ['the payment settles'],
    outcome: 'failed/session_failed',
  },
  'while Instead’s page is open, and the shopper sends': { until: [...OPEN], then: [...SENDS], outcome: 'sent/kakao' },
  'while Instead’s page is open, and the shopper cancels': {
    until: [...OPEN],
    then: ['the shopper cancels', 'the payment settles'],
    outcome: 'cancelled/user_cancelled',
  },
  'while Instead’s page is open, and the popup is closed': {
    until: [...OPEN],
    then: ['the shopper closes the popup', 'the payment settles'],
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

const UNMOUNTS = 'the provider unmounts';
const OFFLINE = 'the network fails';
const ONLINE = 'the network is back';
const FRAME_REMOVED = 'the page removes the frame';
const FRAME_RELOADED = 'the page reloads the frame';

const frame = (change: typeof FRAME_REMOVED | typeof FRAME_RELOADED, messages: string): Scenario[] => [
  {
    title: 'the script frame',
    name: `${messages} before the click`,
    steps: ['the script is ready', change, ...AGAIN],
    outcomes: ['sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the script frame',
    name: `${messages} while the order is pending`,
    faults: { order: held },
    opening: { hasOrder: true },
    steps: [...READY, 'it is preparing', change, 'the service answers', ...SENDS],
    outcomes: ['sent/kakao'],
  },
  {
    title: 'the script frame',
    name: `${messages} while the session is pending, and loads again for the next click`,
    faults: { session: held },
    opening: { timeouts: { session: 1_500 } },
    steps: [...READY, 'it is requesting', change, 'the payment settles', 'the service recovers', ...AGAIN],
    outcomes: ['failed/session_failed', 'sent/kakao'],
  },
  {
    title: 'the script frame',
    name: `${messages} while Instead’s page is open, and the shopper sends`,
    steps: [...OPEN, change, ...SENDS],
    outcomes: ['sent/kakao'],
  },
  {
    title: 'the script frame',
    name: `${messages} while Instead’s page is open, the shopper cancels and pays again`,
    steps: [...OPEN, change, 'the shopper cancels', 'the payment settles', ...AGAIN],
    outcomes: ['cancelled/user_cancelled', 'sent/kakao'],
  },
];

export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'unmounting the provider',
    name: 'the provider unmounts while no payment is in progress',
    steps: ['the script is ready', UNMOUNTS],
    outcomes: [],
    isPlainToo: true,
  },
  {
    title: 'unmounting the provider',
    name: 'the provider unmounts while the script is loading and no payment is in progress',
    faults: { script: held },
    steps: ['the script is loading', UNMOUNTS, 'the service answers'],
    outcomes: [],
    isPlainToo: true,
  },
  ...inEveryMoment(
    'unmounting the provider',
    (moment) => `the provider unmounts during a payment, ${moment}`,
    (until, then) => [...until, UNMOUNTS, ...then],
    { isPlainToo: true },
  ),
  ...inEveryMoment(
    'changing the client',
    (moment) => `clientId changes during a payment, ${moment}, and the next click pays with the new one`,
    (until, then) => [...until, 'clientId changes', ...then, 'the service recovers', ...AGAIN],
    { after: ['sent/kakao'] },
  ),
  {
    title: 'payments in sequence',
    name: 'two requests are sent, one after the other',
    steps: [...READY, ...SENDS, ...AGAIN],
    outcomes: ['sent/kakao', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'payments in sequence',
    name: 'a click after a cancelled payment pays again',
    steps: [...OPEN, 'the shopper cancels', 'the payment settles', ...AGAIN],
    outcomes: ['cancelled/user_cancelled', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'payments in sequence',
    name: 'a click after a popup was closed pays again',
    steps: [...OPEN, 'the shopper closes the popup', 'the payment settles', ...AGAIN],
    outcomes: ['cancelled/popup_closed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'payments in sequence',
    name: 'a click after a popup was closed before its page loaded pays again, and the late answer opens nothing',
    faults: { session: held },
    steps: [
      ...READY,
      'it is requesting',
      'the shopper closes the popup',
      'the payment settles',
      'the service answers',
      'the service recovers',
      ...AGAIN,
    ],
    outcomes: ['cancelled/popup_closed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network fails before the click and is back for the next one',
    steps: ['the script is ready', OFFLINE, CLICK, 'the payment settles', ONLINE, ...AGAIN],
    outcomes: ['failed/session_failed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network fails before the script has loaded, and is back for the next click',
    opening: { isLazy: true },
    steps: [OFFLINE, CLICK, 'the payment settles', ONLINE, ...AGAIN],
    outcomes: ['failed/sdk_load_failed', 'sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network fails while Instead’s page is open, and the shopper sends once it is back',
    steps: [...OPEN, OFFLINE, ONLINE, ...SENDS],
    outcomes: ['sent/kakao'],
    isPlainToo: true,
  },
  {
    title: 'the network',
    name: 'the network fails while Instead’s page is open, and the popup is closed',
    steps: [...OPEN, OFFLINE, 'the shopper closes the popup', 'the payment settles', ONLINE],
    outcomes: ['cancelled/popup_closed'],
    isPlainToo: true,
  },
  ...frame(FRAME_REMOVED, 'the page removes the script frame'),
  ...frame(FRAME_RELOADED, 'the page reloads the script frame'),
];

const RENDER_MODES: Record<RenderMode, string> = { react: '', strict: ', under Strict Mode', plain: ', without React' };

export const modesOf = ({ isPlainToo }: Scenario): readonly RenderMode[] =>
  isPlainToo ? ['react', 'strict', 'plain'] : ['react', 'strict'];

export const SCENARIO_CELLS = SCENARIOS.flatMap((scenario) =>
  modesOf(scenario).map((mode) => ({ ...scenario, mode, name: `${scenario.name}${RENDER_MODES[mode]}` })),
);

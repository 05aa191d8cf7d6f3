import { FAILURE_MODES, type FailureMode, type Outcome } from './failure-table.ts';
import type { RenderMode } from './support/app.tsx';
import type { Play, Step } from './support/play.ts';

/** When a failure is active. `over`: before the click only; the others last. */
export type When = 'over' | 'before' | 'after';

export interface Cell extends Play {
  name: string;
}

export const RECOVERED = 'sent/kakao' satisfies Outcome;

const WELL: readonly Step[] = ['the shopper sends', 'the payment settles'];

/** The script and its token are requested on mount, or in the click. Everything else is requested after the click. */
export const whensOf = ({ what }: FailureMode): readonly When[] =>
  what === 'script' || what === 'token' ? ['over', 'before', 'after'] : ['over', 'after'];

/**
 * What the shopper does with the popup of a payment with this outcome. A page that posts messages by itself needs no
 * shopper.
 */
function endingOf({ what, outcome }: FailureMode): Step[] {
  if (what === 'message') return ['the payment settles'];
  if (outcome === RECOVERED) return [...WELL];
  if (outcome !== 'cancelled/popup_closed') return ['the payment settles'];
  const looks: Step[] = what === 'popup' ? ['the popup stays open'] : [];
  return [...looks, 'the shopper closes the popup', 'the payment settles'];
}

function stepsOf(fault: FailureMode, when: When): Step[] {
  const isLoading = fault.what === 'script' || fault.what === 'token';
  const ends = endingOf(fault);
  switch (when) {
    case 'over':
      return isLoading
        ? ['the script has loaded or failed', 'the service recovers', 'the shopper clicks', ...WELL]
        : ['the script is ready', 'the shopper clicks', ...ends, 'the service recovers', 'the shopper clicks', ...WELL];
    case 'before':
      return ['the script has loaded or failed', 'the shopper clicks', ...ends];
    case 'after':
      return [...(isLoading ? [] : (['the script is ready'] as const)), 'the shopper clicks', ...ends];
  }
}

const WORDS: Record<When, string> = {
  over: 'before the click only',
  before: 'before and after the click',
  after: 'after the click',
};

/**
 * Applies where nothing answers: short, but longer where the same provider has to succeed afterwards. Every other failure
 * ends by itself; on a busy machine a short time-out would hide it.
 */
function timeoutsOf({ what, answer }: FailureMode, when: When): NonNullable<Play['opening']>['timeouts'] {
  const isOurs = what === 'script' || what === 'token' || what === 'session' || what === 'order';
  return isOurs && answer.type === 'held' ? { [what]: when === 'over' ? 3_000 : 400 } : {};
}

function toCell(fault: FailureMode, when: When, mode: RenderMode): Cell {
  const { what, how, answer, times, outcome } = fault;
  const isLoading = what === 'script' || what === 'token';
  return {
    name: `${what === 'order' ? 'an' : 'a'} ${what} that ${how}, ${WORDS[when]}${mode === 'strict' ? ', under Strict Mode' : ''}`,
    mode,
    faults: { [what]: { answer, times } },
    opening: {
      isLazy: isLoading && when === 'after',
      hasOrder: what === 'order',
      timeouts: timeoutsOf(fault, when),
    },
    steps: stepsOf(fault, when),
    outcomes: when !== 'over' ? [outcome] : isLoading ? [RECOVERED] : [outcome, RECOVERED],
  };
}

/** Strict Mode is tested where a failure lasts: there everything is mounted and requested while the failure is active. */
export const modesOf = (when: When): readonly RenderMode[] => (when === 'over' ? ['react'] : ['react', 'strict']);

/** The table, cell by cell: each failure, at each possible time, with Strict Mode and without. */
export const FAILURE_MODE_CELLS: readonly Cell[] = FAILURE_MODES.flatMap((fault) =>
  whensOf(fault).flatMap((when) => modesOf(when).map((mode) => toCell(fault, when, mode))),
);

import { FAILURE_MODES, type FailureMode, type Outcome } from './failure-table.ts';
import type { RenderMode } from './support/app.tsx';
import type { Play, Step } from './support/play.ts';

/** When a fault strikes. `over`: before the click, and is over by then; the others last. */
export type When = 'over' | 'before' | 'after';

export interface Cell extends Play {
  name: string;
}

export const RECOVERED = 'sent/kakao' satisfies Outcome;

const WELL: readonly Step[] = ['the shopper sends', 'the payment ends'];

/** The script and its token are asked for when the page comes up, or in the click. Everything else is asked for after it. */
export const whensOf = ({ what }: FailureMode): readonly When[] =>
  what === 'script' || what === 'token' ? ['over', 'before', 'after'] : ['over', 'after'];

/** What the shopper does with the window of a payment that ends like this. A page that says things by itself needs nobody. */
function endingOf({ what, outcome }: FailureMode): Step[] {
  if (what === 'message') return ['the payment ends'];
  if (outcome === RECOVERED) return [...WELL];
  if (outcome !== 'cancelled/popup_closed') return ['the payment ends'];
  const looks: Step[] = what === 'popup' ? ['the window stays as it is'] : [];
  return [...looks, 'the shopper closes the window', 'the payment ends'];
}

function stepsOf(fault: FailureMode, when: When): Step[] {
  const isLoading = fault.what === 'script' || fault.what === 'token';
  const ends = endingOf(fault);
  switch (when) {
    case 'over':
      return isLoading
        ? ['the script has come or failed', 'the service recovers', 'the shopper presses', ...WELL]
        : [
            'the script is ready',
            'the shopper presses',
            ...ends,
            'the service recovers',
            'the shopper presses',
            ...WELL,
          ];
    case 'before':
      return ['the script has come or failed', 'the shopper presses', ...ends];
    case 'after':
      return [...(isLoading ? [] : (['the script is ready'] as const)), 'the shopper presses', ...ends];
  }
}

const WORDS: Record<When, string> = {
  over: 'before the click and no longer',
  before: 'before the click and after it',
  after: 'after the click',
};

/**
 * For what never comes: short, but longer where the same provider has to succeed afterwards. Every other fault fails by itself; on
 * a busy machine a short time-out would pass for it.
 */
function timeoutsOf({ what, answer }: FailureMode, when: When): NonNullable<Play['opening']>['timeouts'] {
  const isOurs = what === 'script' || what === 'token' || what === 'session';
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

/** Strict Mode is where a fault lasts: there everything is mounted, and asked for, while it strikes. */
export const modesOf = (when: When): readonly RenderMode[] => (when === 'over' ? ['react'] : ['react', 'strict']);

/** The table, cell by cell: each fault, whenever it can strike, with Strict Mode and without. */
export const FAILURE_MODE_CELLS: readonly Cell[] = FAILURE_MODES.flatMap((fault) =>
  whensOf(fault).flatMap((when) => modesOf(when).map((mode) => toCell(fault, when, mode))),
);

/** What the providers of one page share, also those of other React roots and of other bundles with this library. */
interface SharedPage {
  /** The payment in progress. */
  payments?: unknown;
  /** The script frames, each with its token, by their settings. */
  readonly connections: Map<string, unknown>;
  /** The names of the popups whose payments this document has opened or resumed. */
  readonly openPayments: Set<string>;
}

// A symbol that does not appear among the page's own names. The version is part of it: another one may differ in what it shares.
const KEY = Symbol.for('react-instead-pay@0.1');

/** Returns what this page shares. On a server there is no page: nothing is shared between two requests. */
export function getSharedPage(): SharedPage {
  const holder = (typeof window === 'undefined' ? {} : window) as { [KEY]?: SharedPage };
  if (!holder[KEY]) Object.defineProperty(holder, KEY, { value: { connections: new Map(), openPayments: new Set() } });
  return holder[KEY]!;
}

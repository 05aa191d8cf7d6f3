import type { EarlyToken } from './early-token.ts';

/** What the providers of one page share, also those of other React roots and of other bundles with this library. */
export interface SharedPage {
  /** The payment in progress. */
  payments?: unknown;
  /** The script frames, each with its token, by their settings. */
  readonly connections: Map<string, unknown>;
  /** The names of the popups whose payments this document has opened or resumed. */
  readonly openPayments: Set<string>;
  /** Taken by the first provider that it is for. */
  earlyToken?: EarlyToken | undefined;
}

/** The name of the symbol on `window`, which the page's own names do not contain. Another version may differ in what it shares. */
export const SHARED_PAGE = 'react-instead-pay@0.1';

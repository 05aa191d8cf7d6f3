/** How to get out of an app's own browser, in which the payment window may not open. */
export interface WayOut {
  /** The page's own address, to be opened elsewhere; without `copy`, one at which the app itself opens the page in a browser. */
  getAddress: () => string;
  /** Puts the address on the clipboard. Rejects where there is none, or it is refused. */
  copy?: () => Promise<void>;
}

/** How to open the page outside an in-app browser, in which the popup may not work. */
export interface OpenInBrowser {
  /** Returns the page's own address; without `copy`, one that makes the app open the page in the system browser. */
  getAddress: () => string;
  /** Copies the address to the clipboard. Rejects if there is no clipboard or access is denied. */
  copy?: () => Promise<void>;
}

import { chromium, firefox, type Browser, type LaunchOptions } from 'playwright';
import { fullChromium, launchOptions } from '../../support/chromium.ts';
import { firefoxPath } from '../../support/firefox.ts';

/** The browsers that a project can select with E2E_BROWSER. */
export type E2eBrowser = 'headless-shell' | 'chromium' | 'firefox';

/** Starts the browser of the project. */
export function launchBrowser(): Promise<Browser> {
  const name = (process.env.E2E_BROWSER ?? 'headless-shell') as E2eBrowser;
  switch (name) {
    case 'headless-shell':
      return chromium.launch(withPageCache(launchOptions));
    case 'chromium':
      return chromium.launch(withPageCache(fullChromium));
    case 'firefox':
      return firefox.launch({
        // The published Firefox, over WebDriver BiDi. Without the channel Playwright requires its patched Firefox.
        channel: 'moz-firefox',
        executablePath: firefoxPath,
        firefoxUserPrefs: { 'dom.disable_open_during_load': true },
      });
  }
}

// Playwright turns the back-forward cache off. In users' browsers it is on.
const withPageCache = (options: LaunchOptions): LaunchOptions => ({
  ...options,
  ignoreDefaultArgs: [...(options.ignoreDefaultArgs as string[]), '--disable-back-forward-cache'],
});

import { chromium, firefox, type Browser } from 'playwright';
import { launchOptions } from '../../support/chromium.ts';
import { firefoxPath } from '../../support/firefox.ts';

/** The browser that the project asks for with FLOWS_IN: Chromium, or the Firefox that shoppers have. Its popup blocker is on. */
export function launchBrowser(): Promise<Browser> {
  if (process.env.FLOWS_IN !== 'firefox') {
    // Playwright turns the back-forward cache off. Our users have it on.
    const { ignoreDefaultArgs, ...options } = launchOptions;
    return chromium.launch({
      ...options,
      ignoreDefaultArgs: [...(ignoreDefaultArgs as string[]), '--disable-back-forward-cache'],
    });
  }
  return firefox.launch({
    // Firefox as it is published, over WebDriver BiDi. Without the channel Playwright wants a Firefox of its own making.
    channel: 'moz-firefox',
    executablePath: firefoxPath,
    firefoxUserPrefs: { 'dom.disable_open_during_load': true },
  });
}

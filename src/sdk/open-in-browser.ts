import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { detectInAppBrowser } from '../protocol/in-app-browser.ts';

// Constants: React compares them by identity.
const byCopying: OpenInBrowser = {
  getAddress: () => location.href,
  copy: async () => navigator.clipboard.writeText(location.href),
};
const inKakaoTalk: OpenInBrowser = {
  getAddress: () => `kakaotalk://web/openExternal?url=${encodeURIComponent(location.href)}`,
};

/** Returns how a shopper opens the page outside an in-app browser. `null` in an ordinary browser. */
export function getOpenInBrowser(): OpenInBrowser | null {
  const { app: app } = detectInAppBrowser();
  return app && (app === 'kakaotalk' ? inKakaoTalk : byCopying);
}

import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { detectInAppBrowser } from '../protocol/in-app-browser.ts';

// One object each: React compares them.
const byHand: OpenInBrowser = {
  getAddress: () => location.href,
  copy: async () => navigator.clipboard.writeText(location.href),
};
const byKakaoTalk: OpenInBrowser = {
  getAddress: () => `kakaotalk://web/openExternal?url=${encodeURIComponent(location.href)}`,
};

/** How a shopper leaves the app's own browser that shows the page. `null`: it is an ordinary one. */
export function getOpenInBrowser(): OpenInBrowser | null {
  const { app: inApp } = detectInAppBrowser();
  return inApp && (inApp === 'kakaotalk' ? byKakaoTalk : byHand);
}

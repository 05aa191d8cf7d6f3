import type { WayOut } from '../payment/way-out.ts';
import { readEnvironment } from './environment.ts';

// One object each: React compares them.
const byHand: WayOut = {
  getAddress: () => location.href,
  copy: async () => navigator.clipboard.writeText(location.href),
};
const byKakaoTalk: WayOut = {
  getAddress: () => `kakaotalk://web/openExternal?url=${encodeURIComponent(location.href)}`,
};

/** How a shopper leaves the app's own browser that shows the page. `null`: it is an ordinary one. */
export function getWayOut(): WayOut | null {
  const { inApp } = readEnvironment();
  return inApp && (inApp === 'kakaotalk' ? byKakaoTalk : byHand);
}

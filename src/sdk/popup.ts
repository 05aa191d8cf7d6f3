import { getOpenInBrowser } from './open-in-browser.ts';

const WIDTH = 375;
const HEIGHT = 600;

// The popups of this document: a payment of an earlier document must not adopt them.
const ownPopups = new WeakSet<Window>();

export const isOwnPopup = (window: Window): boolean => ownPopups.has(window);

/** Opens a blank popup. Must be called in the click: browsers block it otherwise. Returns `null` if it was blocked. */
export function openPopup(name: string): Window | null {
  const handle = open(name);
  if (handle) ownPopups.add(handle);
  return handle;
}

/** Finds the popup of an earlier document by its name, which needs no click. Returns `null` if there is none. */
export function findPopup(name: string): Window | null {
  const handle = open(name);
  // A popup with the loading page has been navigated, and Instead's page has not loaded yet.
  if (!handle || !isBlank(handle) || handle.document.body?.hasChildNodes()) return handle;
  // The search itself has opened it.
  handle.close();
  return null;
}

function open(name: string): Window | null {
  const { screenX, screenY, outerWidth, outerHeight, navigation } = window as NavigatingWindow;
  const left = center(screenX, outerWidth, WIDTH);
  const top = center(screenY, outerHeight, HEIGHT);
  let hasNavigated = false;
  const keepPage = (event: Event) => {
    hasNavigated = true;
    event.preventDefault();
  };
  navigation?.addEventListener('navigate', keepPage);
  try {
    // `.window` is the window itself, should another script's patch of `open` have wrapped it: messages come from no wrapper.
    // No address: it opens a blank page, too, and where there are no popups (below) the shop's page stays.
    const opened = window.open('', name, `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`)?.window;
    // An ad blocker's decoy (a frame, this page) has no opener.
    if (opened?.opener && opened !== window.top && !hasNavigated) return opened;
    // An in-app browser without popups navigates the shop's page, by its own `window.open` or by the app. In a browser
    // that blocks popups nothing navigates, and `stop()` would end the page's other requests.
    if (opened || hasNavigated || !isNative(window.open) || getOpenInBrowser()) window.stop();
  } catch {
    // The patch threw, or its result does. For the shopper that is the same: there is no popup.
  } finally {
    navigation?.removeEventListener('navigate', keepPage);
  }
  return null;
}

const center = (start: number, outer: number, inner: number) => Math.round(start + Math.max(0, (outer - inner) / 2));

/** The Navigation API, which cancels a navigation at once. Older browsers have `window.stop()`. */
type NavigatingWindow = Window & { navigation?: EventTarget };

const isNative = (method: unknown): boolean => /\[native code\]/.test(Function.prototype.toString.call(method));

function isBlank(handle: Window): boolean {
  try {
    return handle.location.href === 'about:blank';
  } catch {
    // Cross-origin: it shows Instead's page.
    return false;
  }
}

/**
 * Closes a popup that is navigating to Instead's page. Chromium 156 ignores a `close()` in the moment in which the new page
 * replaces the old one, and every later `close()`: the shopper would continue a payment that is cancelled. So the popup is
 * navigated back to a blank page first, and closed once it stays there.
 */
export function closeWhileNavigating(handle: Window): void {
  let attemptsLeft = 60;
  let blankChecks = 0;
  const check = () => {
    if (handle.closed || !attemptsLeft--) return clearInterval(timer);
    if (!isBlank(handle)) blankChecks = 0;
    // Cancels the navigation if it has not committed. If it has, the next check sees Instead's page and repeats this.
    if (!blankChecks++) handle.location.replace('about:blank');
    else if (blankChecks > 3) handle.close();
  };
  const timer = setInterval(check, 50);
  check();
}

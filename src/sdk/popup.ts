const WIDTH = 375;
const HEIGHT = 600;

// Windows of this document: a payment of an earlier document must not take them for its own.
const ours = new WeakSet<Window>();

export const isOwnPopup = (window: Window): boolean => ours.has(window);

/** A window, and the name by which a later document finds it. */
export interface NamedPopup {
  handle: Window;
  name: string;
}

/** Opens a blank window. To be called in the click: the browser lets nothing else open one. `null`: blocked. */
export function openPopup(): NamedPopup | null {
  const name = `instead-${Math.random().toString(36).slice(2)}`;
  const handle = open(name);
  if (!handle) return null;
  ours.add(handle);
  return { handle, name };
}

/** Looks up the window of an earlier document by its name: one that stands is found without a click. `null`: none is found. */
export function findPopup(name: string): Window | null {
  const handle = open(name);
  if (!handle || !isBlank(handle)) return handle;
  // The look itself has opened it.
  handle.close();
  return null;
}

function open(name: string): Window | null {
  const { screenX, screenY, outerWidth, outerHeight } = window;
  const left = Math.round(screenX + Math.max(0, (outerWidth - WIDTH) / 2));
  const top = Math.round(screenY + Math.max(0, (outerHeight - HEIGHT) / 2));
  try {
    // `window`: the window itself, should somebody else's patch of `open` have wrapped it. Messages come from no wrapper.
    // No address: that, too, is a blank page, and where there are no windows (below) the shop's page stays what it is.
    const opened = window.open('', name, `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`)?.window;
    // An app's own browser that has no windows (Android's WebView as it comes) gives the shop's page itself: `stop()`,
    // should it be on its way after all. A decoy of an ad blocker (a frame, this very page) was opened by nobody.
    if (opened === window.top) window.stop();
    else if (opened?.opener) return opened;
  } catch {
    // Such a patch threw, or what it gave does. To the shopper that is the same: there is no window.
  }
  return null;
}

function isBlank(handle: Window): boolean {
  try {
    return handle.location.href === 'about:blank';
  } catch {
    // Of another origin: Instead's page is in it.
    return false;
  }
}

/**
 * Closes a window that is on its way to Instead's page. A `close()` that meets the moment in which one page takes the
 * other's place is lost, and so is every later one (Chromium 156): the shopper would go on in a payment that the shop has
 * called off. So it is brought back to a blank page first, and closed once it rests there.
 */
export function closeWhileNavigating(handle: Window): void {
  let triesLeft = 60;
  let restedFor = 0;
  const look = () => {
    if (handle.closed || !triesLeft--) return clearInterval(timer);
    if (!isBlank(handle)) restedFor = 0;
    // Calls the other page off, if it has not come yet. If it has, the next look finds it and asks again.
    if (!restedFor++) handle.location.replace('about:blank');
    else if (restedFor > 3) handle.close();
  };
  const timer = setInterval(look, 50);
  look();
}

// No event says that a window was closed. On a phone, where it is a tab, timers may sleep: then these wake us.
const occasions = ['focus', 'pageshow', 'visibilitychange'];

/** Tells once when the window is found closed. */
export function watchPopupClosed(watched: Window, onClosed: () => void): () => void {
  const look = () => {
    if (!watched.closed) return;
    stop();
    onClosed();
  };
  for (const occasion of occasions) window.addEventListener(occasion, look);
  const timer = setInterval(look, 150);
  const stop = () => {
    clearInterval(timer);
    for (const occasion of occasions) window.removeEventListener(occasion, look);
  };
  return stop;
}

const WIDTH = 375;
const HEIGHT = 600;

// Windows of this document: a payment of an earlier document must not take them for its own.
const ours = new WeakSet<Window>();

export const isOurs = (window: Window): boolean => ours.has(window);

interface NamedWindow {
  handle: Window;
  name: string;
}

/** A blank window that the search for an earlier one has opened, in this very click. */
let spare: NamedWindow | undefined;

/** Opens a blank window. To be called in the click: the browser lets nothing else open one. `null`: blocked. */
export function openBlank(): NamedWindow | null {
  if (spare) {
    const found = spare;
    spare = undefined;
    return found;
  }
  const name = `instead-${Math.random().toString(36).slice(2)}`;
  const handle = open('about:blank', name);
  if (!handle) return null;
  ours.add(handle);
  return { handle, name };
}

/**
 * Looks up the window of an earlier document by its name. One that stands is found at any time. `'gone'`: there is none;
 * `null`: there is none, and without a click the browser says no more.
 */
export function findWindow(name: string): Window | 'gone' | null {
  const handle = open('', name);
  if (!handle || !isBlank(handle)) return handle;
  // The look itself has opened it. A payment that starts in this click gets it, since a click is good for one window.
  ours.add(handle);
  spare = { handle, name };
  queueMicrotask(() => {
    if (spare?.handle !== handle) return;
    spare = undefined;
    handle.close();
  });
  return 'gone';
}

function open(url: string, name: string): Window | null {
  const left = Math.round(window.screenX + Math.max(0, (window.outerWidth - WIDTH) / 2));
  const top = Math.round(window.screenY + Math.max(0, (window.outerHeight - HEIGHT) / 2));
  try {
    const handle = window.open(url, name, `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
    if (handle !== window.top) return handle;
    // An app's own browser that has no windows (Android's WebView as it comes) sends the shop's page there instead.
    window.stop();
  } catch {
    // Somebody else's patch of `open` threw. To the shopper that is the same: there is no window.
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
export function closeOnTheWay(handle: Window): void {
  if (handle.closed) return;
  let triesLeft = 60;
  let restedFor = 0;
  // Calls the other page off, if it has not come yet. If it has, the first look finds it and asks again.
  handle.location.replace('about:blank');
  const timer = setInterval(() => {
    if (handle.closed || triesLeft-- === 0) return clearInterval(timer);
    restedFor = isBlank(handle) ? restedFor + 1 : 0;
    if (restedFor > 2) handle.close();
    else if (restedFor === 0) handle.location.replace('about:blank');
  }, 50);
}

/** Tells once when the window is found closed. No event says so; on a phone, where the window is a tab, timers may sleep. */
export function watchClosed(watched: Window, onClosed: () => void): () => void {
  const look = () => {
    if (!watched.closed) return;
    stop();
    onClosed();
  };
  const timer = setInterval(look, 150);
  window.addEventListener('focus', look);
  window.addEventListener('pageshow', look);
  document.addEventListener('visibilitychange', look);
  const stop = () => {
    clearInterval(timer);
    window.removeEventListener('focus', look);
    window.removeEventListener('pageshow', look);
    document.removeEventListener('visibilitychange', look);
  };
  return stop;
}

/** What shows the page. */
export interface InAppBrowser {
  /** The app whose own browser shows the page; `webview`: some other app's. `null`: an ordinary browser. */
  app: 'kakaotalk' | 'naver' | 'instagram' | 'facebook' | 'line' | 'webview' | null;
  /** Whether a window opens, and can speak to the page. In an app's own browser nobody can tell beforehand. */
  popups: 'supported' | 'unreliable';
}

// In this order: what an app says of itself goes before what every WebView says.
const APPS = [
  ['kakaotalk', /KAKAOTALK/],
  ['naver', /NAVER\(/],
  ['instagram', /Instagram/],
  ['facebook', /FBA[NV]|FB_IAB/],
  ['line', / Line\//],
  // Android names it; on iOS and macOS it is the WebKit that is no Safari.
  ['webview', /; wv\)|Mac OS X.*WebKit(?!.*Safari\/)/],
] as const;

/**
 * Tells from the user agent whether an app's own browser shows the page, where a payment window may not open.
 *
 * A guess to help by, never a reason to refuse: some of these browsers do open it. On a server, without the request's own
 * `User-Agent`, it is an ordinary browser.
 *
 * @example
 * import { detectInAppBrowser } from 'react-instead-pay';
 * if (detectInAppBrowser().windows === 'unreliable') showHowToLeave();
 */
export function detectInAppBrowser(userAgent = globalThis.navigator?.userAgent ?? ''): InAppBrowser {
  const inApp = APPS.find(([, sign]) => sign.test(userAgent))?.[0] ?? null;
  return { app: inApp, popups: inApp ? 'unreliable' : 'supported' };
}

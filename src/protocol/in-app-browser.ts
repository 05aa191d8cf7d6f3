/** The app and its popup support, as {@link detectInAppBrowser} returns them. */
export interface InAppBrowser {
  /** The app whose in-app browser renders the page; `webview` is any other app. `null` is an ordinary browser. */
  app: 'kakaotalk' | 'naver' | 'instagram' | 'facebook' | 'line' | 'webview' | null;
  /** `unreliable`: a popup may not open, or its messages may not reach the page. Only a click shows it. */
  popups: 'supported' | 'unreliable';
}

// In this order: the name of an app goes before what every WebView sends.
const APPS = [
  ['kakaotalk', /KAKAOTALK/],
  ['naver', /NAVER\(/],
  ['instagram', /Instagram/],
  ['facebook', /FBA[NV]|FB_IAB/],
  ['line', / Line\//],
  // Android marks a WebView; on iOS and macOS it is the WebKit that is not Safari.
  ['webview', /; wv\)|Mac OS X.*WebKit(?!.*Safari\/)/],
] as const;

/**
 * Detects an in-app browser (KakaoTalk, Naver, Instagram, …) from a user agent. In one of them the popup may not open.
 *
 * Use the result to help the shopper, never to refuse a payment: some in-app browsers do open popups.
 *
 * @param userAgent the `User-Agent` header of the request, on a server. Defaults to the browser's own; on a server without it
 * the result is that of an ordinary browser
 * @returns the app, and whether its popups can be relied on
 * @example
 * import { detectInAppBrowser } from 'react-instead-pay';
 * if (detectInAppBrowser().popups === 'unreliable') console.log('Open this page in a browser.');
 */
export function detectInAppBrowser(userAgent = globalThis.navigator?.userAgent ?? ''): InAppBrowser {
  const app = APPS.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null;
  return { app, popups: app ? 'unreliable' : 'supported' };
}

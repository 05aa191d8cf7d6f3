import * as ReactDOM from 'react-dom';

interface Source {
  addresses: readonly string[];
  integrity: string | undefined;
  nonce: string | undefined;
  apiUrl: string;
}

/**
 * Preloads the script and connects to the API. On a page that a server has rendered, the browser starts while it parses the
 * HTML, before the app's code has loaded. React 18 has no API for it.
 */
export function preloadScript({ addresses: [script], integrity, nonce, apiUrl }: Source): void {
  // A copy: bundlers warn about names that React 18 does not export.
  const { preconnect, preloadModule }: Partial<typeof ReactDOM> = { ...ReactDOM };
  const crossOrigin = 'anonymous';
  preconnect?.(apiUrl, { crossOrigin });
  if (!script) return;
  // A file under a hash never changes, so the frame gets it from the cache. As a module, which does not run: the browser warns
  // about a `preload` that the page does not use. Not under a nonce, which React 19.0 drops: the page's policy would block the
  // link and report a violation.
  if (integrity && !nonce) preloadModule?.(script, { as: 'script', crossOrigin, integrity });
  else preconnect?.(script, { crossOrigin });
}

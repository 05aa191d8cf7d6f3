import * as ReactDOM from 'react-dom';

interface Source {
  addresses: readonly string[];
  integrity: string | undefined;
  nonce: string | undefined;
  apiUrl: string;
}

/**
 * Tells the browser where the script and its token will come from. On a page that a server has rendered it begins while the
 * HTML is still being read, before our own code is there. React 18 has no way to say so.
 */
export function preloadScript({ addresses: [script], integrity, nonce, apiUrl }: Source): void {
  // A copy, or bundlers would complain of names that React 18 does not export.
  const { preconnect, preloadModule }: Partial<typeof ReactDOM> = { ...ReactDOM };
  const crossOrigin = 'anonymous';
  preconnect?.(apiUrl, { crossOrigin });
  if (!script) return;
  // A file under a hash never changes, so that what is fetched now is there for the frame. As a module, which is not run
  // either: a `preload` that the page itself does not use is complained about on the shop's console. Not under a nonce, which
  // React 19.0 would leave out: the page's policy would refuse the link, and report us.
  if (integrity && !nonce) preloadModule?.(script, { as: 'script', crossOrigin, integrity });
  else preconnect?.(script, { crossOrigin });
}

let isSaid = false;

/**
 * In development, says before the first click that the payment window will be cut off, where the page can know it. Of
 * `Cross-Origin-Opener-Policy` it sees nothing but this: with `Cross-Origin-Embedder-Policy` beside it the page is isolated.
 */
export function warnOfIsolation(): void {
  try {
    if (process.env.NODE_ENV !== 'production') {
      if (!window.crossOriginIsolated || isSaid) return;
      isSaid = true;
      console.warn(
        "react-instead-pay: this page is cross-origin isolated. If that is the work of Cross-Origin-Opener-Policy: same-origin, payment windows are cut off as they open (popup_lost). Send 'Cross-Origin-Opener-Policy: same-origin-allow-popups' with the page that calls pay(), or keep isolation to pages that take no payment.",
      );
    }
  } catch {
    // No bundler has put the mode in: a page that takes the package as it is.
  }
}

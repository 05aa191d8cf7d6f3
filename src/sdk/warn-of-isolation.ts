let hasWarned = false;

/**
 * Warns in development, before the first click, that the popup will lose its opener. A page cannot read its
 * `Cross-Origin-Opener-Policy`; it can only see that it is isolated, which takes `Cross-Origin-Embedder-Policy` as well.
 */
export function warnOfIsolation(): void {
  try {
    if (process.env.NODE_ENV !== 'production') {
      if (!window.crossOriginIsolated || hasWarned) return;
      hasWarned = true;
      console.warn(
        "react-instead-pay: this page is cross-origin isolated. With 'Cross-Origin-Opener-Policy: same-origin' a popup loses its opener as it opens, and every payment fails (popup_lost). Send 'Cross-Origin-Opener-Policy: same-origin-allow-popups' with pages that call pay().",
      );
    }
  } catch {
    // No bundler has replaced process.env: the page imports the package as it is.
  }
}

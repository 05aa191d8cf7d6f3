interface PageListener {
  /** The page is visible, or online again. */
  onShow: () => void;
  onHide: () => void;
  /** The page is hidden, perhaps in the back-forward cache, where no connection may stay open. */
  onLeave: () => void;
}

/** Calls back with the visibility of the page, now and on each change. Returns the unsubscribe function. */
export function watchVisibility({ onShow, onHide, onLeave }: PageListener): () => void {
  const onChange = () => (document.hidden ? onHide : onShow)();
  const onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) onChange();
  };
  document.addEventListener('visibilitychange', onChange);
  window.addEventListener('online', onChange);
  window.addEventListener('pageshow', onPageShow);
  window.addEventListener('pagehide', onLeave);
  onChange();
  return () => {
    document.removeEventListener('visibilitychange', onChange);
    window.removeEventListener('online', onChange);
    window.removeEventListener('pageshow', onPageShow);
    window.removeEventListener('pagehide', onLeave);
  };
}

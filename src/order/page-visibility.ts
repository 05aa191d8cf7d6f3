interface PageListener {
  /** The page is seen, or is online again. */
  onShow: () => void;
  onHide: () => void;
  /** The page goes, perhaps into the back-forward cache, where nothing may be held open. */
  onLeave: () => void;
}

/** Tells, at once and from then on, whether anybody sees the page. Returns the undo. */
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

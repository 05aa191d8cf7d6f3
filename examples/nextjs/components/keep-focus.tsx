'use client';
import { useEffect } from 'react';
import { focusHeading } from './focus-heading';

/**
 * Keeps the focus where a list changes by itself: when the focused button is removed, because its order was refunded or a colleague
 * was faster, the row that it was in gets the focus, or the list's heading, or the page's.
 */
export function KeepFocus() {
  useEffect(() => {
    let path: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      path = [];
      for (let at = target as HTMLElement | null; at; at = at.parentElement) path.push(at);
    };
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || !path[0] || path[0].isConnected) return;
      const near = path.filter((each) => each.isConnected);
      path = [];
      focusNearest(near);
    });
    document.addEventListener('focusin', remember);
    observer.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return null;
}

function focusNearest(path: readonly HTMLElement[]): void {
  const row = path.find((each) => each.localName === 'li');
  const list = path.find((each) => each.localName === 'section')?.querySelector<HTMLElement>('h2');
  const target = row ?? list;
  if (!target) return focusHeading();
  target.tabIndex = -1;
  target.focus();
}

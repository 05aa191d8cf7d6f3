import type { RefObject } from 'react';
import { useEffect } from '../react/react.ts';

/**
 * Focuses the button when the payment has settled, if nothing has the focus: some browsers do not focus a button that is
 * clicked, and after a reload nothing was focused. Where the payment's own button has gone, another `PayButton` or `<main>`
 * gets the focus.
 *
 * A separate component, so that a thousand buttons on a page run no effect when they mount.
 */
export function FocusBack({ box }: { box: RefObject<HTMLElement | null> }): null {
  useEffect(() => {
    const element = box.current!;
    const { activeElement, body } = element.ownerDocument;
    if (activeElement && activeElement !== body) return;
    const find = (selector: string, root: Element) => root.querySelector<HTMLElement>(selector);
    const button = '[data-instead="button"]';
    const target = find(button, element) ?? find(button, body) ?? find('main', body);
    if (target?.localName === 'main' && !target.hasAttribute('tabindex')) focusOnce(target);
    else target?.focus({ preventScroll: true });
  }, [box]);
  return null;
}

/** Focuses an element that is not focusable, and leaves no attribute behind. */
function focusOnce(element: HTMLElement): void {
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus({ preventScroll: true });
}

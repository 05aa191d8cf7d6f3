import type { RefObject } from 'react';
import { useEffect } from '../react/react.ts';

/**
 * Focuses the button. Some browsers do not focus a button that is clicked, so nothing would regain the focus when the popup
 * closes. A separate component, so that a thousand buttons on a page run no effect when they mount.
 */
export function FocusBack({ button }: { button: RefObject<HTMLButtonElement | null> }): null {
  useEffect(() => {
    const { current } = button;
    if (current?.ownerDocument.activeElement === current?.ownerDocument.body) current?.focus({ preventScroll: true });
  }, [button]);
  return null;
}

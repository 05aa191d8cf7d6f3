import type { ReactElement } from 'react';
import { isSettled, type PayState } from '../payment/state.ts';
import { createPortal } from '../react/react.ts';
import { attributesFor } from './attributes.ts';
import type { TextProps } from './labels.ts';

interface StatusLineProps {
  state: PayState;
  place: boolean | HTMLElement | null;
  text: TextProps;
  /** The longest text that the line can show. */
  longest?: string | undefined;
  /** What `aria-describedby` of the button refers to. */
  id?: string | undefined;
}

// A live region announces changes only: a second failure with the same text is a new element. `null`: the text changes in place.
const keys = new WeakMap<PayState, number>();
let lastKey = 0;
function keyOf(state: PayState): number | null {
  if (!isSettled(state)) return null;
  const key = keys.get(state) ?? ++lastKey;
  keys.set(state, key);
  return key;
}

/**
 * Renders the live region: in the tree before it has a text, or screen readers do not announce the first one. A function, since
 * a separate component would be a tenth of what a button costs.
 */
export function renderStatusLine({ state, place, text, longest, id }: StatusLineProps): ReactElement {
  const line = (
    <span
      {...(place ? { ...attributesFor('status', state), 'data-longest': longest } : attributesFor('status-hidden'))}
      id={id}
      role="status"
      ref={place ? null : hideFromView}
    >
      {text.children && <span key={keyOf(state)} {...text} />}
    </span>
  );
  return place && place !== true ? (createPortal(line, place) as ReactElement) : line;
}

/** Hides an element that screen readers announce, also without styles.css. Set by the CSSOM: no policy forbids it. */
function hideFromView(element: HTMLElement | null): void {
  element?.style.setProperty('position', 'absolute');
  element?.style.setProperty('clip-path', 'inset(50%)');
  element?.style.setProperty('white-space', 'nowrap');
}

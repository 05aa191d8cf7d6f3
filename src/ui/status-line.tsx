import type { ReactElement } from 'react';
import type { PayState } from '../payment/state.ts';
import { createPortal } from '../react/react.ts';
import { attributesFor } from './attributes.ts';

/** Renders the live region: in the tree before it has a text, or screen readers do not announce the first one. */
export function StatusLine({
  state,
  place,
  children,
}: {
  state: PayState;
  place: boolean | HTMLElement | null;
  children: string;
}): ReactElement {
  const line = (
    <span
      {...(place ? attributesFor('status', state) : attributesFor('status-hidden'))}
      role="status"
      ref={place ? null : hideFromView}
    >
      {children}
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

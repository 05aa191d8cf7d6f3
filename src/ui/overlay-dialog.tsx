import type { ComponentPropsWithRef, CSSProperties, ReactElement } from 'react';
import { koPayment } from '../locales/ko-words.ts';
import type { PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { createPortal, isValidElement, useId, useLayoutEffect, useRef, useState } from '../react/react.ts';
import { attributesFor } from './attributes.ts';
import { label, statusText, type PayLabels } from './labels.ts';
import { openDialog } from './open-dialog.ts';
import { listenToOverlay, type OverlayActions } from './overlay-events.ts';
import { createOverlayHost, placeOverlayHost } from './overlay-host.ts';
import { RenderElement, type Render } from './render-element.tsx';

type ButtonProps = ComponentPropsWithRef<'button'>;

/** The props of `PayOverlay`. */
export interface PayOverlayProps {
  /** Replaces the text of any status, error or button. */
  labels?: PayLabels | undefined;
  /**
   * Your design system's button, in place of the one that brings the popup to the front. The overlay keeps its events from the
   * page, so of the event handlers only `onClick` of an element is called, before the popup is shown.
   * @default a native `<button>`
   */
  renderShowPopup?: Render<ButtonProps, PayState>;
  /**
   * Your design system's button, in place of the one that cancels the payment. Of the event handlers only `onClick` of an
   * element is called, as with `renderShowPopup`.
   * @default a native `<button>`
   */
  renderCancel?: Render<ButtonProps, PayState>;
}

interface OverlayDialogProps extends PayOverlayProps {
  /** An element where the button is. The overlay takes over what applies there. */
  anchor: Element;
  state: PayState;
  showPopup: () => void;
  cancel: () => void;
}

// A reset of the page (`* { margin: 0 }`) would move a dialog to the corner. Set by the CSSOM: no policy forbids it.
const centered: CSSProperties = { position: 'fixed', inset: 0, margin: 'auto' };

// A browser brings a window to the front at once. On a phone the popup is a tab, which a page cannot switch to.
const FOCUS_MOVES_WITHIN = 300;

/** Renders the modal dialog of a payment in progress into a separate host. */
export function OverlayDialog(props: OverlayDialogProps): ReactElement {
  const { anchor, state, labels, cancel, showPopup, renderShowPopup, renderCancel } = props;
  const { locale: words = koPayment } = useInsteadContext();
  const [host] = useState(() => createOverlayHost(anchor));
  const [isInTab, setIsInTab] = useState(false);
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  const actions = useRef<OverlayActions>(null!);
  useLayoutEffect(() => {
    const page = anchor.ownerDocument;
    actions.current = {
      showPopup(event) {
        if (isPrevented(renderShowPopup, event)) return;
        showPopup();
        setTimeout(() => setIsInTab(page.hasFocus()), FOCUS_MOVES_WITHIN);
      },
      cancel(event) {
        if (!isPrevented(renderCancel, event)) cancel();
      },
    };
  });

  useLayoutEffect(() => {
    const dialog = ref.current!;
    placeOverlayHost(host, anchor);
    const stopListening = listenToOverlay(host, dialog, {
      showPopup: (event) => actions.current.showPopup(event),
      cancel: (event) => actions.current.cancel(event),
    });
    const close = openDialog(dialog, () => actions.current.cancel());
    return () => {
      // Closed before it unmounts: only then the browser restores the focus.
      close();
      stopListening();
      host.remove();
    };
  }, [host, anchor]);

  const button = (part: 'overlay-show' | 'overlay-cancel', render: Render<ButtonProps, PayState> | undefined) => {
    const text = label(part === 'overlay-show' ? 'showPopup' : 'cancel', words, labels);
    const buttonProps: ButtonProps = { ...attributesFor(part), type: 'button', ...text };
    return render ? <RenderElement {...{ render, state }} props={buttonProps} /> : <button {...buttonProps} />;
  };

  // Only the end of the payment closes the dialog, so that no payment runs without it. A browser's own request to close it, such
  // as a back gesture, cancels the payment.
  return createPortal(
    <dialog
      {...attributesFor('overlay', state)}
      ref={ref}
      style={centered}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <p
        {...attributesFor('overlay-title')}
        {...statusText(state, words, labels, isInTab)}
        id={titleId}
        aria-live="polite"
      />
      <div {...attributesFor('overlay-actions')}>
        {button('overlay-show', renderShowPopup)}
        {button('overlay-cancel', renderCancel)}
      </div>
    </dialog>,
    host,
  ) as ReactElement;
}

/** Calls `onClick` of the shop's element, which React does not: the overlay keeps its events from the page. */
function isPrevented(render: Render<ButtonProps, PayState> | undefined, event?: Event): boolean {
  const isElement = event?.type === 'click' && isValidElement<{ onClick?: (event: Event) => void }>(render);
  if (isElement) render.props.onClick?.(event);
  return isElement && event.defaultPrevented;
}

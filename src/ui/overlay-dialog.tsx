import type { CSSProperties, ReactElement } from 'react';
import type { PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { createPortal, useLayoutEffect, useRef, useState } from '../react/react.ts';
import { attributesFor } from './attributes.ts';
import { statusMessage, label, type PayLabels } from './labels.ts';
import { listenToOverlay, type OverlayActions } from './overlay-events.ts';
import { createOverlayHost, placeOverlayHost } from './overlay-host.ts';

interface OverlayDialogProps extends OverlayActions {
  /** An element where the button is. The overlay takes over what applies there. */
  anchor: Element;
  state: PayState;
  labels: PayLabels | undefined;
}

// A reset of the page (`* { margin: 0 }`) would move a dialog to the corner. Set by the CSSOM: no policy forbids it.
const centered: CSSProperties = { position: 'fixed', inset: 0, margin: 'auto' };

/** Renders the modal dialog of a payment in progress into a separate host. */
export function OverlayDialog({ anchor, state, labels, showPopup, cancel }: OverlayDialogProps): ReactElement {
  const { locale } = useInsteadContext();
  const [host] = useState(() => createOverlayHost(anchor));
  const ref = useRef<HTMLDialogElement>(null);
  const message = statusMessage(state, locale, labels);

  useLayoutEffect(() => {
    const dialog = ref.current!;
    placeOverlayHost(host, anchor);
    const stopListening = listenToOverlay(host, dialog, { showPopup, cancel });
    const close = openDialog(dialog, cancel);
    return () => {
      // Closed before it unmounts: only then the browser restores the focus.
      close();
      stopListening();
      host.remove();
    };
  }, [host, anchor, showPopup, cancel]);

  // Only the end of the payment closes the dialog, so that no payment runs without it. A browser's own request to close it, such
  // as a back gesture, cancels the payment.
  return createPortal(
    <dialog
      {...attributesFor('overlay', state)}
      ref={ref}
      lang={locale}
      style={centered}
      aria-label={message}
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <p {...attributesFor('overlay-title')} aria-live="polite">
        {message}
      </p>
      <div {...attributesFor('overlay-actions')}>
        <button {...attributesFor('overlay-show')} type="button">
          {label('showPopup', locale, labels)}
        </button>
        <button {...attributesFor('overlay-cancel')} type="button">
          {label('cancel', locale, labels)}
        </button>
      </div>
    </dialog>,
    host,
  ) as ReactElement;
}

/**
 * Opens a dialog so that it is modal only while it is visible. `onClosed` is called when the browser has closed it. Returns the
 * function that closes it.
 */
function openDialog(dialog: HTMLDialogElement, onClosed: () => void): () => void {
  const view = dialog.ownerDocument.defaultView!;
  let isHidden = false;
  // Styles of the page may hide it, at some widths only. A modal dialog that nobody sees would block the whole page.
  const update = () => {
    // Test environments, and browsers before 2022, have the element without its methods. There it opens without being modal.
    if (!dialog.showModal) return dialog.setAttribute('open', '');
    if (!dialog.open) dialog.showModal();
    isHidden = !isVisible(dialog);
    if (isHidden) dialog.close();
  };
  const onClose = () => {
    if (!dialog.open && !isHidden) onClosed();
  };
  update();
  view.addEventListener('resize', update);
  dialog.addEventListener('close', onClose);
  return () => {
    view.removeEventListener('resize', update);
    dialog.removeEventListener('close', onClose);
    dialog.close?.();
  };
}

/** Whether an element has a box. Test environments without layout give none to `<body>` either. */
const isVisible = (element: Element): boolean =>
  element.getClientRects().length > 0 || element.ownerDocument.body.getClientRects().length === 0;

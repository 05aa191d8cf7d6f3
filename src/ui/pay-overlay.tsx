import type { MouseEvent, ReactElement, SyntheticEvent } from 'react';
import { isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { useCurrentPayment } from '../react/use-current-payment.ts';
import { attributesFor } from './attributes.ts';
import { statusMessage, label, type PayLabels } from './labels.ts';
import { useLayoutEffect, useRef } from '../react/react.ts';

/** The props of {@link PayOverlay}. */
export interface PayOverlayProps {
  /** Replaces the text of any status, error or button. */
  labels?: PayLabels;
}

/**
 * Renders a native modal `<dialog>` while the popup of the provider's current payment is open, with buttons that bring the
 * popup to the front and cancel the payment. Escape cancels; a click on the backdrop brings the popup to the front.
 *
 * `PayButton` renders one for its own payment. Use this with a button of your own, or with `overlay={false}`.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { InsteadProvider, PayButton, PayOverlay, type PayRequest } from 'react-instead-pay';
 *
 * function Checkout({ requests }: { requests: PayRequest[] }) {
 *   return (
 *     <InsteadProvider clientId="my-shop" sandbox>
 *       {requests.map((request) => (
 *         <PayButton key={request.merchantUid} request={request} overlay={false} />
 *       ))}
 *       <PayOverlay />
 *     </InsteadProvider>
 *   );
 * }
 */
export function PayOverlay({ labels }: PayOverlayProps): ReactElement | null {
  const { store } = useInsteadContext();
  const state = useCurrentPayment();
  return <OverlayFor state={state} focus={store.focus} cancel={store.cancel} labels={labels} />;
}

interface OverlayForProps extends PayOverlayProps {
  state: PayState;
  focus: () => void;
  cancel: () => void;
}

/** The overlay of one payment. Renders nothing unless its popup is open. */
export function OverlayFor(props: OverlayForProps): ReactElement | null {
  return isInProgress(props.state) ? <Dialog {...props} /> : null;
}

function Dialog({ state, focus, cancel, labels }: OverlayForProps): ReactElement {
  const { locale } = useInsteadContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const message = statusMessage(state, locale, labels);

  useLayoutEffect(() => {
    const element = dialog.current!;
    // Test environments have the element without its methods. There it opens without being modal.
    if (element.showModal) element.showModal();
    else element.setAttribute('open', '');
    // Closed before it unmounts: only then the browser restores the focus.
    return () => element.close?.();
  }, []);

  // Escape. Only the end of the payment closes the dialog, so that no payment runs without it.
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    cancel();
  };
  // A browser may close it on a second Escape without an event before. Strict Mode closes and opens it again, and a hidden
  // <Activity> closes it: neither cancels anything.
  const onClose = () => {
    if (dialog.current?.open === false) cancel();
  };
  // A click in the overlay is not a click on the card or link around the button.
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.target === dialog.current) focus();
  };
  return (
    <dialog
      {...attributesFor('overlay', state)}
      ref={dialog}
      aria-label={message}
      onCancel={onCancel}
      onClose={onClose}
      onClick={onClick}
    >
      <p {...attributesFor('overlay-title')} aria-live="polite">
        {message}
      </p>
      <div {...attributesFor('overlay-actions')}>
        <button {...attributesFor('overlay-show')} type="button" onClick={focus}>
          {label('showPopup', locale, labels)}
        </button>
        <button {...attributesFor('overlay-cancel')} type="button" onClick={cancel}>
          {label('cancel', locale, labels)}
        </button>
      </div>
    </dialog>
  );
}

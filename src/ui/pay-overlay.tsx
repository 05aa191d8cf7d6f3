import type { MouseEvent, ReactElement, SyntheticEvent } from 'react';
import { isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { useCurrentPayment } from '../react/use-current-payment.ts';
import { attributesFor } from './attributes.ts';
import { statusMessage, label, type PayLabels } from './labels.ts';
import { useLayoutEffect, useRef } from '../react/react.ts';

/** What {@link PayOverlay} takes. */
export interface PayOverlayProps {
  /** Words of your own for any status, error or button. */
  labels?: PayLabels;
}

/**
 * Says that the payment window is open, brings it back and cancels: a native modal `<dialog>` for whichever payment the
 * provider runs. Escape cancels; a click beside it brings the window back.
 *
 * `PayButton` shows one for its own payment: use this with a button of your own, or with `overlay={false}`.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { PayOverlay } from 'react-instead-pay';
 * <PayOverlay />
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

/** The overlay of one payment; nothing, unless its window is up. */
export function OverlayFor(props: OverlayForProps): ReactElement | null {
  return isInProgress(props.state) ? <Dialog {...props} /> : null;
}

function Dialog({ state, focus, cancel, labels }: OverlayForProps): ReactElement {
  const { locale } = useInsteadContext();
  const dialog = useRef<HTMLDialogElement>(null);
  const message = statusMessage(state, locale, labels);

  useLayoutEffect(() => {
    const element = dialog.current!;
    // Test environments have the element without its methods. There it is shown without being modal.
    if (element.showModal) element.showModal();
    else element.setAttribute('open', '');
    // Closed before it goes: only then the browser gives the focus back to where it was.
    return () => element.close?.();
  }, []);

  // Escape. What closes the dialog is the payment's end, so that nothing can be hidden that still runs.
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    cancel();
  };
  // A browser may close it on a second Escape without asking. Strict Mode closes and shows it again, and a hidden <Activity>
  // closes it as it goes: neither ends anything.
  const onClose = () => {
    if (dialog.current?.open === false) cancel();
  };
  // A click in the overlay is not a click on the card or link that the button stands in.
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

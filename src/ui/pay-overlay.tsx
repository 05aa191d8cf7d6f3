import type { ReactElement } from 'react';
import { isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { useCurrentPayment } from '../react/use-current-payment.ts';
import { useState } from '../react/react.ts';
import type { PayLabels } from './labels.ts';
import { OverlayDialog } from './overlay-dialog.tsx';

/** The props of {@link PayOverlay}. */
export interface PayOverlayProps {
  /** Replaces the text of any status, error or button. */
  labels?: PayLabels;
}

/**
 * Renders a native modal `<dialog>` while the popup of the provider's current payment is open, with buttons that bring the
 * popup to the front and cancel the payment. Escape cancels; a click on the backdrop brings the popup to the front.
 *
 * It is rendered outside of its ancestors, with the direction, color scheme, font and custom properties of the place where it
 * is used. `PayButton` renders one for its own payment. Use this with a button of your own, or with `overlay={false}`.
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
export function OverlayFor({ state, focus, cancel, labels }: OverlayForProps): ReactElement | null {
  const [anchor, setAnchor] = useState<Element | null>(null);
  if (!isInProgress(state)) return null;
  return (
    <>
      <span hidden ref={setAnchor} />
      {anchor && <OverlayDialog {...{ anchor, state, labels, cancel }} showPopup={focus} />}
    </>
  );
}

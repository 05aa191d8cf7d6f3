import type { ReactElement } from 'react';
import { koPayment } from '../locales/ko-words.ts';
import { isInProgress, isSettled, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { useCurrentPayment } from '../react/use-current-payment.ts';
import { useRef, useState } from '../react/react.ts';
import { FocusBack } from './focus-back.tsx';
import { statusText } from './labels.ts';
import { OverlayDialog, type PayOverlayProps } from './overlay-dialog.tsx';
import { renderStatusLine } from './status-line.tsx';

/**
 * Renders a native modal `<dialog>` while the popup of the provider's current payment is open, with buttons that bring the
 * popup to the front and cancel the payment. Escape cancels; a click on the backdrop brings the popup to the front.
 *
 * It is rendered outside of its ancestors, with the direction, color scheme, font and custom properties of the place where it
 * is used. `PayButton` renders one for its own payment. Use this with a button of your own, or with `overlay={false}`.
 * Screen readers announce the outcome, unless a `PayButton` does; then the focus returns to the button, or to `<main>`.
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
export function PayOverlay(props: PayOverlayProps): ReactElement {
  const { store, locale: words = koPayment } = useInsteadContext();
  const state = useCurrentPayment();
  const box = useRef<HTMLSpanElement>(null);
  const hasSettled = isSettled(state);
  const isAnnounced = !hasSettled || store.isAnnounced();
  return (
    <span ref={box}>
      {renderStatusLine({
        state,
        place: false,
        text: isAnnounced ? { children: '' } : statusText(state, words, props.labels),
      })}
      {hasSettled && <FocusBack box={box} />}
      {isInProgress(state) && <OverlayFor state={state} focus={store.focus} cancel={store.cancel} {...props} />}
    </span>
  );
}

interface OverlayForProps extends PayOverlayProps {
  state: PayState;
  focus: () => void;
  cancel: () => void;
}

/** The overlay of one payment in progress. A page with a thousand buttons renders none. */
export function OverlayFor({ focus, ...props }: OverlayForProps): ReactElement {
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <span hidden ref={setAnchor} />
      {anchor && <OverlayDialog anchor={anchor} showPopup={focus} {...props} />}
    </>
  );
}

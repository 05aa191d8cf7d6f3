import type { ComponentPropsWithoutRef, FocusEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import type { PayCallbacks } from '../payment/payment-controller.ts';
import type { PayRequestInput } from '../payment/order-function.ts';
import { isSettled, isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { usePayment } from '../react/use-instead-pay.ts';
import { attributesFor } from './attributes.ts';
import { statusMessage, label, type PayLabels } from './labels.ts';
import { OverlayFor } from './pay-overlay.tsx';
import { InAppNotice } from './in-app-notice.tsx';
import { FocusBack } from './focus-back.tsx';
import { StatusLine } from './status-line.tsx';
import { forwardRef, useRef } from '../react/react.ts';

/** The props of {@link PayButton}: its own, the callbacks for the outcome, and every prop of a native button. */
export interface PayButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'>, PayCallbacks {
  /**
   * The payment request, or a function that creates the order and returns its request. It is called after the click, while
   * the popup is open.
   */
  request: PayRequestInput;
  /** Replaces the text of any status, error or button. */
  labels?: PayLabels;
  /**
   * Whether to render a modal dialog while the popup is open.
   * @default true
   */
  overlay?: boolean;
  /**
   * Where the status line is rendered: below the button, or into an element of the page. `false` hides it from view, for a page
   * that shows the state itself; screen readers announce it in each case.
   * @default true
   */
  statusLine?: boolean | HTMLElement | null;
  /**
   * The content of the button.
   * @default `'결제를 부탁해'`, or `'Ask a friend to pay'` in English
   */
  children?: ReactNode | ((state: PayState) => ReactNode);
}

/**
 * Renders a native `<button>` that requests a payment from someone else, a status line that screen readers announce, and the
 * overlay.
 *
 * It takes every prop of a button, and `ref`. It is never disabled during a payment: a click brings the popup to the front.
 * An `onClick` that calls `preventDefault()` prevents the payment. `sent` means that the request was sent, **not paid**.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { PayButton, type PayRequest } from 'react-instead-pay';
 *
 * const createOrder = async (): Promise<PayRequest> => (await fetch('/api/orders', { method: 'POST' })).json();
 *
 * function Checkout() {
 *   return <PayButton request={createOrder} onSent={({ merchantUid }) => router.push(`/orders/${merchantUid}`)} />;
 * }
 */
export const PayButton = /* @__PURE__ */ forwardRef<HTMLButtonElement, PayButtonProps>(function PayButton(props, ref) {
  const {
    request,
    onSent,
    onCancelled,
    onFailed,
    labels,
    overlay = true,
    statusLine = true,
    children,
    ...button
  } = props;
  const { store, locale, openInBrowser } = useInsteadContext();
  const { state, pay, cancel, focus } = usePayment({ onSent, onCancelled, onFailed }, request);
  const clickedRef = useRef<HTMLButtonElement>(null);

  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    button.onClick?.(event);
    if (event.defaultPrevented) return;
    clickedRef.current = event.currentTarget;
    if (isInProgress(state)) focus();
    else void pay(request);
  };
  const onPointerEnter = (event: PointerEvent<HTMLButtonElement>) => {
    button.onPointerEnter?.(event);
    store.warmUp();
  };
  const onFocus = (event: FocusEvent<HTMLButtonElement>) => {
    button.onFocus?.(event);
    store.warmUp();
  };

  return (
    <>
      <button
        type="button"
        aria-busy={isInProgress(state) || undefined}
        {...button}
        {...attributesFor('button', state)}
        {...{ onClick, onPointerEnter, onFocus }}
        ref={ref}
      >
        {typeof children === 'function'
          ? children(state)
          : (children ?? (
              <>
                <span {...attributesFor('icon')} aria-hidden />
                {label('idle', locale, labels)}
              </>
            ))}
      </button>
      <StatusLine {...{ state, place: statusLine }}>{statusMessage(state, locale, labels)}</StatusLine>
      {openInBrowser && state.status !== 'sent' && <InAppNotice {...{ openInBrowser, locale, labels }} />}
      {isSettled(state) && <FocusBack button={clickedRef} />}
      {overlay && <OverlayFor {...{ state, focus, cancel, labels }} />}
    </>
  );
});

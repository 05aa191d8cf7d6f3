import type { ComponentPropsWithoutRef, FocusEvent, MouseEvent, PointerEvent, ReactNode, RefObject } from 'react';
import type { PayCallbacks } from '../payment/payment-controller.ts';
import type { PayRequestInput } from '../payment/payment.ts';
import { isSettled, isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { useInsteadPay } from '../react/use-instead-pay.ts';
import { attributesFor } from './attributes.ts';
import { statusMessage, label, type PayLabels } from './labels.ts';
import { OverlayFor } from './pay-overlay.tsx';
import { InAppNotice } from './in-app-notice.tsx';
import { forwardRef, useEffect, useRef } from '../react/react.ts';

/** What {@link PayButton} takes: its own props, the outcome's callbacks, and every prop of a native button. */
export interface PayButtonProps extends Omit<ComponentPropsWithoutRef<'button'>, 'children'>, PayCallbacks {
  /** The bill, or a function that makes the order and returns it: it runs after the click, while the window is open. */
  request: PayRequestInput;
  /** Words of your own for any status, error or button. */
  labels?: PayLabels;
  /**
   * Whether a modal dialog says that the payment window is open.
   * @default true
   */
  overlay?: boolean;
  /**
   * What stands on the button.
   * @default `'결제를 부탁해'`, or `'Ask a friend to pay'` in English
   */
  children?: ReactNode | ((state: PayState) => ReactNode);
}

/**
 * Asks a friend to pay: a native `<button>`, a line that says how it stands, aloud too, and the overlay.
 *
 * It takes every prop of a button, and `ref`. It is never disabled while it pays: a press then brings the window back. An
 * `onClick` that calls `preventDefault()` keeps it from paying. `sent` means asked, **not paid**.
 *
 * @throws `InsteadError`: `no_provider`
 * @example
 * import { PayButton } from 'react-instead-pay';
 * <PayButton request={makeOrder} onSent={({ merchantUid }) => router.push(`/orders/${merchantUid}`)} />
 */
export const PayButton = /* @__PURE__ */ forwardRef<HTMLButtonElement, PayButtonProps>(function PayButton(props, ref) {
  const { request, onSent, onCancelled, onFailed, labels, overlay = true, children, ...button } = props;
  const { store, locale, openInBrowser } = useInsteadContext();
  const { state, pay, cancel, focus } = useInsteadPay({ onSent, onCancelled, onFailed });
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
      <span {...attributesFor('status', state)} role="status">
        {statusMessage(state, locale, labels)}
      </span>
      {openInBrowser && state.status !== 'sent' && <InAppNotice {...{ openInBrowser, locale, labels }} />}
      {isSettled(state) && <FocusBack button={clickedRef} />}
      {overlay && <OverlayFor {...{ state, focus, cancel, labels }} />}
    </>
  );
});

/**
 * Some browsers do not focus a button that is pressed, so nothing gets the focus back when the window goes. The button does.
 * A component of its own, so that a page of a thousand buttons has a thousand effects less to run when it mounts.
 */
function FocusBack({ button }: { button: RefObject<HTMLButtonElement | null> }): null {
  useEffect(() => {
    const { current } = button;
    if (current?.ownerDocument.activeElement === current?.ownerDocument.body) current?.focus();
  }, [button]);
  return null;
}

import type {
  ComponentPropsWithRef,
  ComponentPropsWithoutRef,
  FocusEvent,
  MouseEvent,
  PointerEvent,
  ReactNode,
} from 'react';
import { koPayment } from '../locales/ko-words.ts';
import type { PayCallbacks } from '../payment/payment-controller.ts';
import type { PayRequestInput } from '../payment/order-function.ts';
import { isSettled, isInProgress, type PayState } from '../payment/state.ts';
import { useInsteadContext } from '../react/instead-context.ts';
import { usePayment } from '../react/use-instead-pay.ts';
import { forwardRef, useId, useRef } from '../react/react.ts';
import { attributesFor } from './attributes.ts';
import { FocusBack } from './focus-back.tsx';
import { InAppNotice } from './in-app-notice.tsx';
import { label, longestStatus, statusText, type PayLabels } from './labels.ts';
import type { PayOverlayProps } from './overlay-dialog.tsx';
import { OverlayFor } from './pay-overlay.tsx';
import { RenderElement, type Render } from './render-element.tsx';
import { renderStatusLine } from './status-line.tsx';

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
   * Whether to render a modal dialog while the popup is open. An object is passed to it as props: `renderShowPopup` and
   * `renderCancel` replace its buttons.
   * @default true
   */
  overlay?: boolean | PayOverlayProps;
  /**
   * Where the status line is rendered: below the button, or into an element of the page. `false` hides it from view, for a page
   * that shows the state itself; screen readers announce it in each case.
   * @default true
   */
  statusLine?: boolean | HTMLElement | null;
  /**
   * Your design system's button, in place of the native one: `render={<Button variant="primary" />}`. Its events are merged
   * with those of `PayButton`, and run first.
   * @default a native `<button>`
   */
  render?: Render<ComponentPropsWithRef<'button'>, PayState>;
  /**
   * The content of the button.
   * @default `'결제를 부탁해'`, or the `idle` text of the provider's locale
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
    render,
    children,
    ...button
  } = props;
  const { store, locale: words = koPayment, openInBrowser } = useInsteadContext();
  const [state, { pay, cancel, focus }] = usePayment(store, { onSent, onCancelled, onFailed }, request);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();
  const hasSettled = isSettled(state);
  const idle = label('idle', words, labels);

  const buttonProps: ComponentPropsWithRef<'button'> = {
    type: 'button',
    lang: children === undefined ? idle.lang : undefined,
    'aria-busy': isInProgress(state) || undefined,
    ...button,
    ...attributesFor('button', state),
    // The status line changes while the popup has the focus. The outcome is read when the focus returns.
    ...(hasSettled && { 'aria-describedby': [button['aria-describedby'], id].filter(Boolean).join(' ') }),
    onClick(event: MouseEvent<HTMLButtonElement>) {
      button.onClick?.(event);
      if (event.defaultPrevented) return;
      if (isInProgress(state)) focus();
      else void pay(request);
    },
    onPointerEnter(event: PointerEvent<HTMLButtonElement>) {
      button.onPointerEnter?.(event);
      store.warmUp();
    },
    onFocus(event: FocusEvent<HTMLButtonElement>) {
      button.onFocus?.(event);
      store.warmUp();
    },
    ref,
    children:
      typeof children === 'function'
        ? children(state)
        : (children ?? (
            <>
              <span {...attributesFor('icon')} aria-hidden />
              {idle.children}
            </>
          )),
  };

  return (
    <span {...(statusLine === true && attributesFor('box'))} ref={hasSettled ? box : null}>
      {render ? <RenderElement {...{ render, state }} props={buttonProps} /> : <button {...buttonProps} />}
      {renderStatusLine({
        state,
        id,
        place: statusLine,
        text: statusText(state, words, labels),
        longest: statusLine ? longestStatus(words, labels) : undefined,
      })}
      {openInBrowser && <InAppNotice {...{ openInBrowser, words, labels }} isHidden={state.status === 'sent'} />}
      {hasSettled && <FocusBack box={box} />}
      {overlay && isInProgress(state) && (
        <OverlayFor {...{ state, focus, cancel, labels }} {...(overlay !== true && overlay)} />
      )}
    </span>
  );
});

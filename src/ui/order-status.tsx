import type { ComponentPropsWithoutRef, ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { koOrder } from '../locales/ko-words.ts';
import type { OrderWords, PayLocale } from '../locales/pay-locale.ts';
import { InsteadContext } from '../react/instead-context.ts';
import {
  useOrderStatus,
  type OrderStatusOptions,
  type OrderStatus as Status,
  type UseOrderStatusResult,
} from '../react/use-order-status.ts';
import { forwardRef, useContext } from '../react/react.ts';
import { attributesFor } from './attributes.ts';
import { RenderElement, type Render } from './render-element.tsx';

/** The status of an order, as the shop's server reports it. `failed`: this attempt to pay failed; the payer may try again. */
export type OrderStatus = Status;

/** The props of {@link OrderStatus}: its own, the options of {@link useOrderStatus}, and every prop of a native `<div>`. */
export interface OrderStatusProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>, OrderStatusOptions {
  /** The order number. */
  merchantUid: string;
  /** Replaces the text of any status, of the notice that the server cannot be reached, and of its button. */
  labels?: Partial<OrderWords['order']>;
  /**
   * The texts, from `react-instead-pay/locales` or your own.
   * @default the provider's, or Korean where there is none
   */
  locale?: PayLocale;
  /**
   * Your own element around the parts, in place of a `<div>`.
   * @default a native `<div>`
   */
  render?: Render<ComponentPropsWithRef<'div'>, UseOrderStatusResult>;
  /**
   * Your design system's button, in place of the one that polls at once, shown while the server cannot be reached.
   * @default a native `<button>`
   */
  renderRefetch?: Render<ComponentPropsWithRef<'button'>, UseOrderStatusResult>;
  /** What follows the status, such as a `PayButton` that asks again for an order that is `expired`. */
  children?: ReactNode | ((order: UseOrderStatusResult) => ReactNode);
}

/**
 * Renders the status of an order and keeps it up to date: the text for one of five statuses, which screen readers announce, the
 * time that is left to pay while it is `waiting`, and a button to poll at once while the shop's server cannot be reached.
 *
 * The status comes from your own server, so `paid` can be trusted. It takes the options of {@link useOrderStatus}, every prop of
 * a `<div>`, and `ref`. Needs no provider.
 *
 * @throws `TypeError` without a `merchantUid` or a `fetchStatus`, `RangeError` for a `refetchInterval` that is not above 0
 * and for an `expiresAt` without a time zone
 * @example
 * import { OrderStatus } from 'react-instead-pay';
 *
 * const fetchStatus = async (id: string, { signal }: { signal: AbortSignal }) =>
 *   (await fetch(`/api/orders/${id}`, { signal })).json();
 *
 * function OrderPage({ merchantUid }: { merchantUid: string }) {
 *   return (
 *     <OrderStatus merchantUid={merchantUid} fetchStatus={fetchStatus}>
 *       {({ status }) => status === 'expired' && <a href="/cart">다시 부탁하기</a>}
 *     </OrderStatus>
 *   );
 * }
 */
export const OrderStatus = /* @__PURE__ */ forwardRef<HTMLDivElement, OrderStatusProps>(
  function OrderStatus(props, ref) {
    const { merchantUid, labels = {}, locale, render, renderRefetch, children, ...others } = props;
    const { fetchStatus, subscribe, expiresAt, refetchInterval, initialStatus, scope, ...div } = others;
    const provider = useContext(InsteadContext);
    const { lang, order: words, formatTimeLeft } = locale ?? provider?.locale ?? koOrder;
    const { refetch, ...order } = useOrderStatus(merchantUid, {
      fetchStatus,
      ...(subscribe && { subscribe }),
      ...(expiresAt !== undefined && { expiresAt }),
      ...(refetchInterval !== undefined && { refetchInterval }),
      ...(initialStatus !== undefined && { initialStatus }),
      ...(scope !== undefined && { scope }),
    });
    const text = (key: keyof typeof words) =>
      labels[key] === undefined ? { lang, children: words[key] } : { children: labels[key] };
    const timeLeft = order.status === 'waiting' ? order.timeLeft : null;
    const isUnreachable = order.status === 'waiting' && order.error !== undefined;

    const buttonProps: ComponentPropsWithRef<'button'> = {
      ...attributesFor('order-status-refetch'),
      type: 'button',
      ...text('refetch'),
      onClick: refetch,
    };
    const divProps: ComponentPropsWithRef<'div'> = {
      ...div,
      ...attributesFor('order-status', { status: order.status }),
      ref,
      children: (
        <>
          {/* In the tree before its text changes, or screen readers do not announce it. */}
          <div role="status">
            <p {...attributesFor('order-status-text')} {...text(order.status)} />
            {isUnreachable && <p {...attributesFor('order-status-error')} {...text('unreachable')} />}
          </div>
          {timeLeft !== null && (
            <p {...attributesFor('order-status-time-left')} lang={lang}>
              {formatTimeLeft(timeLeft)}
            </p>
          )}
          {isUnreachable && renderOr(renderRefetch, order, buttonProps, <button {...buttonProps} />)}
          {typeof children === 'function' ? children(order) : children}
        </>
      ),
    };
    return renderOr(render, order, divProps, <div {...divProps} />);
  },
);

function renderOr<Props extends object>(
  render: Render<Props, UseOrderStatusResult> | undefined,
  state: UseOrderStatusResult,
  props: Props,
  native: ReactElement,
): ReactElement {
  return render ? <RenderElement {...{ render, props, state }} /> : native;
}

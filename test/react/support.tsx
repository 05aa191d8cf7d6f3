import { render, type RenderOptions } from '@testing-library/react';
import { createRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { InsteadProvider, useInsteadPay, type InsteadProviderProps, type UseInsteadPayResult } from 'react-instead-pay';
import type { PayCallbacks } from '../../src/payment/payment-controller.ts';
import { createManualAdapter, type ManualAdapter } from '../support/manual-adapter.ts';

type Props = Partial<InsteadProviderProps>;

/** Renders below a provider with a manual adapter. */
export function renderWith(ui: ReactNode, props: Props = {}, options: RenderOptions = {}) {
  const adapter = (props.adapter as ManualAdapter | undefined) ?? createManualAdapter();
  const wrap = (children: ReactNode, more: Props = {}): ReactElement => (
    <InsteadProvider sandbox {...props} {...more} adapter={more.adapter ?? adapter}>
      {children}
    </InsteadProvider>
  );
  const view = render(wrap(ui), options);
  return { ...view, adapter, rerender: (next: ReactNode, more?: Props) => view.rerender(wrap(next, more)) };
}

export type PayRef = RefObject<UseInsteadPayResult | null>;

export const createPayRef = (): PayRef => createRef<UseInsteadPayResult>();

/** A component that pays. The hook's value of the last render is in `pay`. */
export function Payer({ pay, ...callbacks }: { pay: PayRef } & PayCallbacks) {
  pay.current = useInsteadPay(callbacks);
  return null;
}

import { act, render } from '@testing-library/react';
import {
  InsteadProvider,
  useOrderStatus,
  type OrderReport,
  type OrderStatusOptions,
  type UseOrderStatusResult,
} from 'react-instead-pay';
import { vi } from 'vitest';

/** A shop's endpoint that is answered by hand, or by what it always says. */
export function createEndpoint(says: OrderReport | Error = 'waiting') {
  const endpoint = {
    says: says as unknown,
    signals: [] as AbortSignal[],
    fetchStatus: vi.fn((merchantUid: string, { signal }: { signal: AbortSignal }): Promise<OrderReport> => {
      void merchantUid;
      endpoint.signals.push(signal);
      if (endpoint.says instanceof Promise) return endpoint.says as Promise<OrderReport>;
      return endpoint.says instanceof Error
        ? Promise.reject(endpoint.says)
        : Promise.resolve(endpoint.says as OrderReport);
    }),
  };
  return endpoint;
}

/** Puts the hook on the page; what it gave last stands in `order()`, and every status in `statuses`. */
export async function watch(source: OrderStatusOptions, merchantUid = 'order-1', clientId?: string) {
  const shown: (UseOrderStatusResult & { refetch: () => void })[] = [];
  function Order(props: { source: OrderStatusOptions; merchantUid: string }) {
    const order = useOrderStatus(props.merchantUid, props.source);
    shown.push(order);
    return null;
  }
  const order = <Order source={source} merchantUid={merchantUid} />;
  const view = render(
    clientId ? (
      <InsteadProvider clientId={clientId} load="lazy">
        {order}
      </InsteadProvider>
    ) : (
      order
    ),
  );
  await pass(0);
  return {
    order: () => shown.at(-1)!,
    statuses: () => shown.map(({ status }) => status),
    renders: () => shown.length,
    rerender: (next: OrderStatusOptions, nextUid = merchantUid) =>
      act(() => view.rerender(<Order source={next} merchantUid={nextUid} />)),
    unmount: () => view.unmount(),
  };
}

/** Lets time pass, on the tests' own clock. */
export const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** The shopper goes to another tab, or comes back. */
export function show(isShown: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => !isShown });
  return act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
  });
}

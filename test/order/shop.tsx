import { act, render } from '@testing-library/react';
import {
  InsteadProvider,
  useOrderStatus,
  type OrderReport,
  type OrderStatusOptions,
  type UseOrderStatusResult,
} from 'react-instead-pay';
import { vi } from 'vitest';

/** A shop's endpoint that answers when the test releases it, or always with the same status. */
export function createEndpoint(response: OrderReport | Error = 'waiting') {
  const endpoint = {
    response: response as unknown,
    signals: [] as AbortSignal[],
    fetchStatus: vi.fn((merchantUid: string, { signal }: { signal: AbortSignal }): Promise<OrderReport> => {
      void merchantUid;
      endpoint.signals.push(signal);
      if (endpoint.response instanceof Promise) return endpoint.response as Promise<OrderReport>;
      return endpoint.response instanceof Error
        ? Promise.reject(endpoint.response)
        : Promise.resolve(endpoint.response as OrderReport);
    }),
  };
  return endpoint;
}

/** Renders the hook. `order()` returns its last value, and `statuses` has every status so far. */
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
  await advance(0);
  return {
    order: () => shown.at(-1)!,
    statuses: () => shown.map(({ status }) => status),
    renders: () => shown.length,
    rerender: (next: OrderStatusOptions, nextUid = merchantUid) =>
      act(() => view.rerender(<Order source={next} merchantUid={nextUid} />)),
    unmount: () => view.unmount(),
  };
}

/** Advances the fake clock. */
export const advance = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** Hides the page, as when the shopper changes tabs, or shows it again. */
export function show(isShown: boolean) {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => !isShown });
  return act(async () => {
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
  });
}

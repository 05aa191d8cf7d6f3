import { parseReport, type CachedOrder } from './order-report.ts';

export interface OrderChannel {
  post(known: CachedOrder): void;
  close(): void;
}

/** Shares what one tab of the shop has heard of an order with the others: the status and its deadline, nothing else. */
export function openOrderChannel(merchantUid: string, onReport: (known: CachedOrder) => void): OrderChannel {
  // Some in-app browsers have none. There every tab asks for itself.
  if (typeof BroadcastChannel === 'undefined') return { post() {}, close() {} };
  const channel = new BroadcastChannel(`react-instead-pay:order:${merchantUid}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const known = parseReport(data);
    if (known) onReport(known);
  };
  return {
    post: ({ status, expiresAt }) => channel.postMessage({ status, expiresAt }),
    close: () => channel.close(),
  };
}

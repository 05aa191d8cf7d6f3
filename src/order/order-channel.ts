import { parseReport, type CachedOrder } from './order-report.ts';

export interface OrderChannel {
  post(known: CachedOrder): void;
  close(): void;
}

/** Shares the status and deadline of an order between the shop's tabs. */
export function openOrderChannel(merchantUid: string, onReport: (known: CachedOrder) => void): OrderChannel {
  // Some in-app browsers have no BroadcastChannel. There each tab polls on its own.
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

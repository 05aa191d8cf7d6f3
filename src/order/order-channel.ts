import { readReport, type KnownOrder } from './order-state.ts';

export interface OrderChannel {
  tell(known: KnownOrder): void;
  close(): void;
}

/** Shares what one tab of the shop has heard of an order with the others: the status and its deadline, nothing else. */
export function openOrderChannel(merchantUid: string, onReport: (known: KnownOrder) => void): OrderChannel {
  // Some in-app browsers have none. There every tab asks for itself.
  if (typeof BroadcastChannel === 'undefined') return { tell() {}, close() {} };
  const channel = new BroadcastChannel(`react-instead-pay:order:${merchantUid}`);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const known = readReport(data);
    if (known) onReport(known);
  };
  return {
    tell: ({ status, until }) => channel.postMessage({ status, until }),
    close: () => channel.close(),
  };
}

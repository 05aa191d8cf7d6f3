import { parseReport, type KnownOrder, type ParsedReport } from './order-report.ts';

export interface OrderChannel {
  post(known: KnownOrder): void;
  close(): void;
}

const none: OrderChannel = { post() {}, close() {} };

/** Shares the status and deadline of an order between the shop's tabs. */
export function openOrderChannel(key: string, onReport: (report: ParsedReport) => void): OrderChannel {
  try {
    const channel = new BroadcastChannel(key);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const report = parseReport(data);
      if (report) onReport(report);
    };
    return {
      post: ({ status, expiresAt }) => channel.postMessage({ status, expiresAt }),
      close: () => channel.close(),
    };
  } catch {
    // Older browsers have none, and Firefox refuses it with cookies blocked. There each tab polls on its own.
    return none;
  }
}

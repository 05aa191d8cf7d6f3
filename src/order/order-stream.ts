import type { OrderStatusOptions } from './order-status-options.ts';
import type { OrderReport } from './order-report.ts';

/** Listens to the shop's stream. Returns the undo, after which nothing is heard, whatever the stream does. */
export function openStream(
  merchantUid: string,
  subscribe: NonNullable<OrderStatusOptions['subscribe']>,
  onReport: (report: OrderReport) => void,
): () => void {
  let isOpen = true;
  const close = subscribe(merchantUid, (report) => {
    if (isOpen) onReport(report);
  });
  return () => {
    isOpen = false;
    close();
  };
}

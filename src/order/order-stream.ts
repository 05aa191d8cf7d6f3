import { reportCallbackError } from '../errors.ts';
import type { OrderStatusOptions } from './order-status-options.ts';
import type { OrderReport } from './order-report.ts';

/** Subscribes to the shop's stream. Returns the unsubscribe function, after which every report is ignored. */
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
    try {
      close();
    } catch (error) {
      reportCallbackError(error);
    }
  };
}

import type { OrderReport } from './order-report.ts';

/**
 * The options of {@link useOrderStatus}: how it gets the status from your own server, the only place that can verify a
 * payment.
 */
export interface OrderStatusOptions {
  /**
   * Returns the status of the order from your own server. Called when the page is shown, and then polled. If it throws, the
   * result has the `error`, and the next poll follows. May be a Next.js Server Action.
   *
   * A function with a second parameter is called with `{ signal }`: pass it to `fetch`.
   */
  fetchStatus: (merchantUid: string, options: { signal: AbortSignal }) => Promise<OrderReport> | OrderReport;
  /**
   * Subscribes to a stream of your own server (Server-Sent Events, a WebSocket). Called when the page is shown; returns the
   * unsubscribe function, which is called when the page is hidden. `fetchStatus` is still called first, and polled while the
   * stream sends nothing.
   */
  subscribe?: (merchantUid: string, onReport: (report: OrderReport) => void) => () => void;
  /**
   * When the request expires: its `payEndDttm`, as a `Date`, Unix milliseconds, or an ISO date with its time zone.
   * @default the deadline in the report of `fetchStatus` or `subscribe`
   */
  expiresAt?: Date | number | string;
  /**
   * The wait before the second poll, in ms. Each wait is 1.5 times the one before, up to 30 seconds.
   * @default 3000
   */
  refetchInterval?: number;
  /**
   * The report to start with, for a page that was rendered on a server.
   * @default 'waiting'
   */
  initialStatus?: OrderReport;
  /**
   * The shop that the order belongs to, where several shops of one origin may have the same order numbers. Reports are shared
   * between the tabs of one shop only.
   * @default the provider's `clientId`, or one shop for the whole origin where there is no provider
   */
  scope?: string;
}

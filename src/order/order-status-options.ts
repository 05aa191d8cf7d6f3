import type { OrderReport } from './order-report.ts';

/** Who knows where the order stands: your own server. */
export interface OrderStatusOptions {
  /**
   * Asks your own server where the order stands. Called when the page is shown, then again and again; give `signal` to
   * `fetch`. What it throws shows as `error`, and it is called again.
   */
  fetchStatus: (merchantUid: string, options: { signal: AbortSignal }) => Promise<OrderReport> | OrderReport;
  /**
   * Listens to your own server instead (Server-Sent Events, a socket). Called when the page is shown; returns the undo, which
   * is called when it is hidden. `read` still answers first, and in place of a stream that says nothing.
   */
  subscribe?: (merchantUid: string, onReport: (report: OrderReport) => void) => () => void;
  /**
   * Until when the friend may pay: the request's `payEndDttm`. An instant, so no time zone applies.
   * @default what `read` or `subscribe` says
   */
  expiresAt?: Date | number | string;
  /**
   * The wait before the second look, in ms. Each next one is half as long again, up to 30 seconds.
   * @default 3000
   */
  refetchInterval?: number;
  /**
   * What a page rendered on the server already knows.
   * @default 'waiting'
   */
  initialStatus?: OrderReport;
}

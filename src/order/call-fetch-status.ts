import type { OrderStatusOptions } from './order-status-options.ts';

type FetchStatus = OrderStatusOptions['fetchStatus'];

/** Calls the shop's function, with the signal only if it declares the parameter: a Server Action cannot be sent one. */
export const callFetchStatus = (
  fetchStatus: FetchStatus,
  merchantUid: string,
  signal: AbortSignal,
): ReturnType<FetchStatus> =>
  fetchStatus.length > 1
    ? fetchStatus(merchantUid, { signal })
    : (fetchStatus as (merchantUid: string) => ReturnType<FetchStatus>)(merchantUid);

/** How the shopper sent the request to the payer (guide, step 4, `method`). */
export type ShareMethod = 'kakao' | 'facebook' | 'link';

/**
 * A result that the popup reports and the guide's `request_cb` receives (guide, step 4, `res`). `opened` and `closed` are
 * not in the guide.
 */
export type ScriptResult =
  /** The request was *sent* to the payer by this method. **Not paid.** */
  | { result: 'success'; method: ShareMethod }
  /** The shopper cancelled, or sharing by this method failed. */
  | { result: 'fail'; method?: ShareMethod | 'cancelled' }
  /** Instead's page has loaded in the popup. */
  | { result: 'opened'; method?: undefined }
  /** Instead's page was unloaded: the popup closed, reloaded or navigated. */
  | { result: 'closed'; method?: undefined };

const methods: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies ShareMethod[];

/** Parses the data of a message event, or returns `null`. Reads own properties only, and copies the known ones. */
export function parseScriptMessage(data: unknown): ScriptResult | null {
  // Read one by one: spreading a string of megabytes would block the page for seconds.
  const read = (key: string): unknown => Object.getOwnPropertyDescriptor(Object(data), key)?.value;
  const [result, method] = [read('result'), read('method')];
  if (result === 'opened' || result === 'closed') return { result };
  if (result === 'fail' && (method === undefined || method === 'cancelled'))
    return method ? { result, method } : { result };
  return (result === 'success' || result === 'fail') && methods.includes(method)
    ? { result, method: method as ShareMethod }
    : null;
}

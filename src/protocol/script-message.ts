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
  const [result, method] = ['result', 'method'].map((key) =>
    Object.prototype.hasOwnProperty.call(Object(data), key) ? (data as Record<string, unknown>)[key] : undefined,
  );
  const isMethod = methods.includes(method);
  if (result === 'opened' || result === 'closed') return { result };
  if (result === 'success' && isMethod) return { result, method: method as ShareMethod };
  if (result === 'fail' && method === undefined) return { result };
  if (result === 'fail' && (isMethod || method === 'cancelled')) return { result, method: method as ShareMethod };
  return null;
}

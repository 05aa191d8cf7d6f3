/** How the request was sent to the friend. */
export type PayMethod = 'kakao' | 'facebook' | 'link';

/**
 * What the payment window says, and the guide's callback hears (guide, step 4, `res`).
 *
 * `success` means that the request has been *sent*. `opened` and `closed` are not in the guide: the page is up, the page
 * went away.
 */
export type ScriptResult =
  | { result: 'success'; method: PayMethod }
  | { result: 'fail'; method?: PayMethod | 'cancelled' }
  | { result: 'opened'; method?: undefined }
  | { result: 'closed'; method?: undefined };

const methods: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies PayMethod[];

/** Reads the data of a message event. `null`: not Instead's words. Looks at own properties alone and copies what it knows. */
export function readScriptMessage(data: unknown): ScriptResult | null {
  // One by one: a copy of a string of megabytes would hold the page up for seconds.
  const [result, method] = ['result', 'method'].map((key) =>
    Object.hasOwn(Object(data) as object, key) ? (data as Record<string, unknown>)[key] : undefined,
  );
  const isMethod = methods.includes(method);
  if (result === 'opened' || result === 'closed') return { result };
  if (result === 'success' && isMethod) return { result, method: method as PayMethod };
  if (result === 'fail' && method === undefined) return { result };
  if (result === 'fail' && (isMethod || method === 'cancelled')) return { result, method: method as PayMethod };
  return null;
}

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
  if (typeof data !== 'object' || data === null) return null;
  const result = own(data, 'result');
  const method = own(data, 'method');
  if (result === 'opened' || result === 'closed') return { result };
  if (result === 'success' && isMethod(method)) return { result, method };
  if (result === 'fail') {
    if (method === undefined) return { result };
    if (method === 'cancelled' || isMethod(method)) return { result, method };
  }
  return null;
}

const isMethod = (value: unknown): value is PayMethod => methods.includes(value);

function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
}

const MOST_BYTES = 10_000;

/** A request's JSON. `null`: it has none, or more of it than any page of this shop sends. */
export async function readBody(request: Request): Promise<unknown> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  try {
    for await (const chunk of request.body ?? []) {
      bytes += (chunk as Uint8Array).byteLength;
      if (bytes > MOST_BYTES) return null;
      text += decoder.decode(chunk as Uint8Array, { stream: true });
    }
    return JSON.parse(text + decoder.decode()) as unknown;
  } catch {
    return null;
  }
}

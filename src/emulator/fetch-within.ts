export type Fetch = (request: Request) => Promise<Response>;

/**
 * Sends a request, and returns what `read` returns for the response. Rejects with a `TimeoutError` when sending and reading together
 * take longer than `ms`: the request is then aborted.
 */
export async function fetchWithin<Result>(
  ms: number,
  fetch: Fetch,
  [address, init]: [address: string | URL, init: RequestInit],
  read: (response: Response) => Result | Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const request = new Request(address, { ...init, signal: limit.signal });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expired = new Promise<never>((_, reject) => {
    const expire = (_: Request) => {
      const error = new DOMException(`No response within ${ms} ms`, 'TimeoutError');
      limit.abort(error);
      reject(error);
    };
    // The timer refers to the request, too: Node collects one that nothing refers to, although it is being sent, and its signal then
    // aborts nothing. For the same reason `AbortSignal.timeout()` is not used.
    timer = setTimeout(expire, ms, request);
  });
  // Called without `this`: a browser's own fetch has to be.
  const send = async () => read(await fetch(request));
  try {
    return await Promise.race([send(), expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens an order's stream as a page does. `next` resolves with the next event. */
export async function openOrderStream(origin: string, id: string, cookie: string) {
  const leaving = new AbortController();
  const answer = await fetch(`${origin}/api/orders/${id}/events`, {
    headers: { Cookie: cookie },
    signal: leaving.signal,
  });
  const chunks = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<{ status: string; webhooks: unknown[] }> {
      for (;;) {
        while (!text.includes('\n\n')) text += (await chunks.read()).value ?? '';
        const [event = '', ...rest] = text.split('\n\n');
        text = rest.join('\n\n');
        // The comments in between keep the connection open.
        if (event.startsWith('data: '))
          return JSON.parse(event.slice('data: '.length)) as { status: string; webhooks: unknown[] };
      }
    },
    leave: () => leaving.abort(),
  };
}

/**
 * Changes an order repeatedly, and each time waits for the event of its stream. The stream also repeats the order every 20
 * seconds: by these events only, so many changes would exceed the time-out of a test.
 */
export async function expectEachAtOnce(
  { next }: { next: () => Promise<{ webhooks: unknown[] }> },
  change: (count: number) => Promise<unknown>,
): Promise<void> {
  for (let count = 1; count <= 10; count++) {
    await change(count);
    while ((await next()).webhooks.length < count);
  }
}

// Shorter than the minute after which proxies take a silent connection for dead.
const HEARTBEAT_MS = 20_000;
// After the process has ended, its successor, or the one beside it, should find the page soon.
const RECONNECT_MS = 1000;

interface OpenStream {
  beat(): void;
  end(): void;
}

interface Streams {
  open: Set<OpenStream>;
  isEnding: boolean;
  heart: NodeJS.Timeout | undefined;
}

// On globalThis: routes are bundled separately, and the end of the process ends all of their streams.
const shared = globalThis as typeof globalThis & { __shopStreams?: Streams };
const streams = (): Streams => (shared.__shopStreams ??= { open: new Set(), isEnding: false, heart: undefined });

/**
 * Returns a response that goes on (Server-Sent Events) until the browser leaves or the process ends.
 *
 * `subscribe` is given a function that sends a value, and returns its cleanup function. While the browser does not read, only the
 * newest value is stored: of a hundred changes, a page wants the outcome.
 */
export function toEventStream(request: Request, subscribe: (send: (data: unknown) => void) => () => void): Response {
  const encoder = new TextEncoder();
  let waiting: string | null = null;
  let stop = () => {};
  let flush = () => {};
  const events = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => controller.enqueue(encoder.encode(text));
        const end = () => {
          write(`retry: ${RECONNECT_MS}\n\n`);
          controller.close();
        };
        if (streams().isEnding) return end();
        flush = () => {
          if (waiting === null || (controller.desiredSize ?? 0) <= 0) return;
          write(waiting);
          waiting = null;
        };
        const unsubscribe = subscribe((data) => {
          waiting = `data: ${JSON.stringify(data)}\n\n`;
          flush();
        });
        const stream: OpenStream = {
          beat: () => void ((controller.desiredSize ?? 0) > 0 && write(': \n\n')),
          end() {
            stop();
            end();
          },
        };
        const close = () => {
          stop();
          controller.close();
        };
        stop = () => {
          flush = () => {};
          unsubscribe();
          streams().open.delete(stream);
          request.signal.removeEventListener('abort', close);
        };
        addStream(stream);
        if (request.signal.aborted) close();
        else request.signal.addEventListener('abort', close, { once: true });
      },
      pull: () => flush(),
      cancel: () => stop(),
    },
    { highWaterMark: 1 },
  );
  return new Response(events, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: a compressed stream is held back until there is enough of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

/** Ends every stream of this process, and from now on each new one at once: the browsers reconnect elsewhere. */
export function endStreams(): void {
  streams().isEnding = true;
  clearInterval(streams().heart);
  for (const stream of streams().open) stream.end();
}

function addStream(stream: OpenStream): void {
  const all = streams();
  all.open.add(stream);
  // One timer, and no query: a thousand idle pages cost next to nothing.
  all.heart ??= setInterval(() => all.open.forEach((each) => each.beat()), HEARTBEAT_MS).unref();
}

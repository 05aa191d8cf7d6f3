// Shorter than the minute after which proxies take a silent connection for dead.
const HEARTBEAT = 20_000;

interface EventStreamOptions {
  /** What to say, now and whenever something has changed. `null`: nothing. */
  say: () => Promise<unknown>;
  /** Calls back on every change. Returns the cleanup function. */
  subscribe: (listener: () => void) => () => void;
}

/** A response that goes on (Server-Sent Events) until the browser leaves. */
export function toEventStream(request: Request, { say, subscribe }: EventStreamOptions): Response {
  let stop = () => {};
  const events = new ReadableStream<string>({
    start(controller) {
      let isOpen = true;
      let isBusy = false;
      let hasMore = false;
      // One at a time, and the newest last: of a hundred changes at once, the browser wants the outcome.
      const notify = async () => {
        hasMore = true;
        if (isBusy) return;
        isBusy = true;
        try {
          while (hasMore && isOpen) {
            hasMore = false;
            const data = await say();
            if (isOpen && data !== null) controller.enqueue(`data: ${JSON.stringify(data)}\n\n`);
          }
        } catch (error) {
          // The database is away. The heart beats on, and the page asks by itself meanwhile.
          console.error('A live page could not be told', error);
        } finally {
          isBusy = false;
        }
      };
      const unsubscribe = subscribe(() => void notify());
      // The heart beats with the news itself: that an order's time is up, nobody announces.
      const heart = setInterval(() => void notify(), HEARTBEAT);
      stop = () => {
        if (!isOpen) return;
        isOpen = false;
        unsubscribe();
        clearInterval(heart);
      };
      request.signal.addEventListener('abort', () => {
        if (isOpen) controller.close();
        stop();
      });
      void notify();
    },
    cancel: () => stop(),
  });
  return new Response(events.pipeThrough(new TextEncoderStream()), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // no-transform: a compressed stream is held back until there is enough of it.
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  });
}

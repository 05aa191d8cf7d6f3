import { toView } from '@/lib/order-view';
import { orders } from '@/lib/orders';
import { findOwnOrder } from '@/lib/shopper';

// Shorter than the minute after which proxies take a silent connection for dead.
const HEARTBEAT = 20_000;

/** Tells the shopper's page how the order stands, now and whenever it changes (Server-Sent Events). */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (!(await findOwnOrder(id))) return new Response(null, { status: 404 });
  let stop = () => {};
  const events = new ReadableStream<string>({
    start(controller) {
      let isOpen = true;
      const say = async () => {
        const order = await orders.find(id);
        const view = order && (await toView(order));
        if (view && isOpen) controller.enqueue(`data: ${JSON.stringify(view)}\n\n`);
      };
      const unsubscribe = orders.subscribe(id, () => void say());
      // The heart beats with the order itself: that its time is up, nobody announces.
      const heart = setInterval(() => void say(), HEARTBEAT);
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
      void say();
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

/**
 * A hook as it is often written, careless on purpose: it believes whatever the address says. Only for showing that
 * `testWebhookHandler` finds it out; do not learn from it.
 */
export function createCarelessHook(orders: Map<string, { status: string; timesPaid: number }>) {
  return async (request: Request): Promise<Response> => {
    try {
      const query = new URL(request.url).searchParams;
      const order = orders.get(query.get('merchant_uid')!)!;
      order.status = query.get('status')!;
      if (order.status === 'paid') order.timesPaid++;
      return new Response('OK');
    } catch (error) {
      return new Response((error as Error).stack, { status: 500 });
    }
  };
}

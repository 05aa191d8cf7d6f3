/**
 * Creates a webhook handler as it is often written: it accepts every payload unverified. Only for testing that
 * `testWebhookHandler` reports it. Do not copy it.
 */
export function createNaiveWebhook(orders: Map<string, { status: string; timesPaid: number }>) {
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

import { placeOrder, type PlaceProblem } from '@/lib/place-order';
import { readBody } from '@/lib/read-body';

const answers: Record<PlaceProblem, number> = { stranger: 403, invalid: 400, too_many: 429 };

/** Creates an order and returns its pay request. The shop's pages use the Server Actions; this is for apps that have none. */
export async function POST(request: Request): Promise<Response> {
  const placed = await placeOrder(await readBody(request), request);
  if (typeof placed !== 'string') return Response.json(placed, { status: 201 });
  const headers: HeadersInit = placed === 'too_many' ? { 'Retry-After': '3600' } : {};
  return Response.json({ error: placed }, { status: answers[placed], headers });
}

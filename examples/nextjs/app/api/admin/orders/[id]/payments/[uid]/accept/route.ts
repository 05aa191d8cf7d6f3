import { decideOwed, type OwedParams } from '@/lib/decide-owed-route';
import { acceptPayment } from '@/lib/decide-owed';

/** Accepts a late payment: it pays its order after all. */
export const POST = (request: Request, { params }: OwedParams): Promise<Response> =>
  decideOwed(request, params, acceptPayment);

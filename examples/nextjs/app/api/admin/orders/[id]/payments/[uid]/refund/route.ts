import { decideOwed, type OwedParams } from '@/lib/decide-owed-route';
import { refundPayment } from '@/lib/decide-owed';

/** Refunds one payment that was not due. What paid the order stays. */
export const POST = (request: Request, { params }: OwedParams): Promise<Response> =>
  decideOwed(request, params, refundPayment);

import { z } from 'zod';

const orderId = z
  .string()
  .max(50)
  .regex(/^order-[0-9a-f-]{36}$/);

/** An order's number out of an address or a notice. `null`: no order of this shop could have it, so no need to look. */
export const readOrderId = (value: unknown): string | null => orderId.safeParse(value).data ?? null;

// prisma.ts
import type { VerifiedPayment } from 'react-instead-pay/server';
import type { PrismaClient } from './generated/prisma/client';

export const createOnPaid = (prisma: PrismaClient) => (order: { merchantUid: string }, payment: VerifiedPayment) =>
  prisma.$transaction(async (tx) => {
    const { idempotencyKey, merchantUid } = payment;
    const { count } = await tx.payment.createMany({ data: [{ idempotencyKey, merchantUid }], skipDuplicates: true });
    if (count === 0) return;
    await tx.order.updateMany({
      where: { merchantUid: order.merchantUid, status: { in: ['waiting', 'failed'] } },
      data: { status: 'paid' },
    });
  });

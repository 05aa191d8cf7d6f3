import type { Sql } from 'postgres';

/** What a payment has left behind: the order, the payments written, and what is to be done for it. */
export async function countFor(sql: Sql, orderId: string) {
  const [order] = await sql<{ status: string; paid_by: string | null }[]>`
    select status, paid_by from orders where id = ${orderId}`;
  const payments = await sql<
    { idempotency_key: string }[]
  >`select idempotency_key from payments where order_id = ${orderId}`;
  const tasks = await sql<{ kind: string }[]>`select kind from tasks where order_id = ${orderId}`;
  return {
    status: order?.status,
    paidBy: order?.paid_by ?? null,
    payments: payments.map(({ idempotency_key }) => idempotency_key),
    tasks: tasks.map(({ kind }) => kind),
  };
}

/** The effects of one valid payment, however often it is reported. */
export const paidOnceWith = (uid: string) => ({
  status: 'paid',
  paidBy: uid,
  payments: [`${uid}:paid`],
  tasks: ['bake'],
});

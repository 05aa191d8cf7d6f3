export const createOnPaid = (db) => (order, payment) => db.transaction().execute(async (tx) => {
  const inserted = await tx.insertInto("payments").values({ idempotency_key: payment.idempotencyKey, merchant_uid: order.merchantUid }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return;
  await tx.updateTable("orders").set({ status: "paid" }).where("merchant_uid", "=", order.merchantUid).where("status", "in", ["waiting", "failed"]).execute();
});

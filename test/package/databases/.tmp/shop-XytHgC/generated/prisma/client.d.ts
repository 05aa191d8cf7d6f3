
interface Batch { count: number }
interface Transaction {
  payment: { createMany(args: { data: { idempotencyKey: string; merchantUid: string }[]; skipDuplicates?: boolean }): Promise<Batch> };
  order: { updateMany(args: { where: { merchantUid: string; status: { in: string[] } }; data: { status: string } }): Promise<Batch> };
}
export interface PrismaClient { $transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T> }

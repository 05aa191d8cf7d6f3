
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { Kysely, PostgresDialect } from 'kysely';

const [recipe] = process.argv.slice(2);
const pg = new PGlite();
await pg.exec(readFileSync('schema.sql', 'utf8'));

// One connection, as a pool of one: each transaction waits for the one before it.
let last = Promise.resolve();
const pool = {
  async connect() {
    const before = last;
    let release;
    last = new Promise((resolve) => (release = resolve));
    await before;
    return {
      async query(text, values) {
        const { rows, affectedRows } = await pg.query(text, values);
        return { rows, rowCount: affectedRows ?? rows.length, command: text.trim().split(' ')[0].toUpperCase() };
      },
      release,
    };
  },
  async end() {},
};
const databases = {
  sql: () => pool,
  drizzle: () => drizzle(pg),
  kysely: () => new Kysely({ dialect: new PostgresDialect({ pool }) }),
};
const { createOnPaid } = await import(`./${recipe}.js`);
const onPaid = createOnPaid(databases[recipe]());

async function pay(merchantUid, status, idempotencyKey = `${merchantUid}:paid`) {
  await pg.query('insert into orders (merchant_uid, total_amt, status) values ($1, 3000, $2)', [merchantUid, status]);
  const payment = { idempotencyKey, insteadUid: merchantUid, merchantUid, status: 'paid', amount: 3000 };
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => onPaid({ merchantUid }, payment)));
  const [order] = (await pg.query('select status from orders where merchant_uid = $1', [merchantUid])).rows;
  const { rows } = await pg.query('select * from payments where merchant_uid = $1', [merchantUid]);
  const isRejected = results.every((each) => each.status === 'rejected');
  return { status: order.status, payments: rows.length, ...(isRejected && { isRejected }) };
}
console.log(JSON.stringify({
  waiting: await pay('order-1', 'waiting'),
  failed: await pay('order-2', 'failed'),
  cancelled: await pay('order-3', 'cancelled'),
  broken: await pay('order-4', 'waiting', 'x'.repeat(300)),
}));
await pg.close();

import { canLookUpByOrder } from '@/lib/fetch-instead';
import { ROWS_PER_PAGE, skipOf, type AdminSearch } from '@/lib/admin-search';
import { itemLine } from '@/lib/item-name';
import type { Order } from '@/lib/order';
import { stageOf } from '@/lib/order-stage';
import { listNumbered, listSentOrders } from '@/lib/read-orders';
import { readWords } from '@/lib/read-words';
import { staffName } from '@/lib/staff-name';
import type { Words } from '@/words';
import { AdminAction } from './admin-action';
import { AdminFind } from './admin-find';
import { AdminPager } from './admin-pager';
import { AdminWatch } from './admin-watch';
import { StatusBadge } from './status-badge';

/** The orders whose request was sent, the newest first, or those that were searched for. */
export async function AdminOrders({ search }: { search: AdminSearch }) {
  const words = await readWords();
  const { admin, adminOrders, stages } = words;
  const { find } = search;
  const { rows, count } = await listSentOrders({ most: ROWS_PER_PAGE, skip: skipOf(search.pages.orders), find });
  const numbered = canLookUpByOrder() ? null : await listNumbered(rows.map(({ id }) => id));
  const watched = rows.map((order) => {
    const state = stages[stageOf(order)];
    return [`order ${order.id}`, { state, text: adminOrders.nowIs(order.id, state) }] as const;
  });
  return (
    <section aria-labelledby="all-orders">
      <h2 id="all-orders">
        {adminOrders.title} <span className="badge">{admin.count(count)}</span>
      </h2>
      <AdminFind find={find} count={count} />
      {count === 0 && !find && <p className="soft">{adminOrders.none}</p>}
      <ul className="orders">
        {rows.map((order) => (
          <Row key={order.id} order={order} words={words} isNumberKnown={numbered?.has(order.id) ?? true} />
        ))}
      </ul>
      <AdminWatch rows={Object.fromEntries(watched)} />
      <AdminPager search={search} list="orders" count={count} label={adminOrders.title} />
    </section>
  );
}

interface RowProps {
  order: Order;
  words: Words;
  /** Whether the shop can find out the number under which Instead has the request. */
  isNumberKnown: boolean;
}

function Row({ order, words, isNumberKnown }: RowProps) {
  const { id, name, items, totalAmt, createdAt, cancelledAt, expiresAt } = order;
  const { adminOrders } = words;
  const stage = stageOf(order);
  const question =
    stage === 'paid'
      ? adminOrders.refundQuestion(name, totalAmt)
      : isNumberKnown || stage === 'expired'
        ? adminOrders.cancelQuestion(name)
        : adminOrders.cancelQuestionUnknown(name, expiresAt);
  return (
    <li className="card admin-order" aria-label={adminOrders.row(id)}>
      <div className="line">
        <span>
          {words.time(createdAt)} <span className="soft number">{id}</span>
        </span>
        <StatusBadge stage={stage} label={words.stages[stage]} />
      </div>
      <p>
        {adminOrders.orderedBy(name)} · {itemLine(items, words)} · <b>{words.won(totalAmt)}</b>
      </p>
      {cancelledAt !== null && <p>{cancellation(order, words)}</p>}
      {order.withdrawal !== null && <p className="soft">{withdrawal(order, words)}</p>}
      {order.status !== 'cancelled' && cancelledAt === null && (
        <AdminAction
          label={adminOrders.cancel}
          name={adminOrders.cancelName(id)}
          question={question}
          confirm={adminOrders.confirm}
          address={`/api/admin/orders/${encodeURIComponent(id)}/cancel`}
          row={`order ${id}`}
        />
      )}
    </li>
  );
}

function cancellation({ status, cancelledBy, cancelledAt }: Order, words: Words): string {
  const { refundRequestedBy, cancelledBy: wasCancelledBy } = words.adminOrders;
  return (status === 'paid' ? refundRequestedBy : wasCancelledBy)(staffName(cancelledBy, words), cancelledAt ?? 0);
}

/** What became of the request at Instead, which a friend could still have paid. */
function withdrawal({ withdrawal: state, expiresAt }: Order, { adminOrders }: Words): string {
  switch (state) {
    case 'requested':
      return adminOrders.requestWithdrawing;
    case 'done':
      return adminOrders.requestWithdrawn;
    case 'unknown':
      return adminOrders.requestUnknown(expiresAt);
    case null:
      return '';
  }
}

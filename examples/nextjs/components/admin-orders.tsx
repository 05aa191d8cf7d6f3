import { kst } from '@/lib/kst';
import { statusOf } from '@/lib/order-view';
import type { Order } from '@/lib/order';
import { listSentOrders } from '@/lib/read-orders';
import { won } from '@/lib/won';
import { AdminAction } from './admin-action';
import { AdminPager, ROWS_PER_PAGE, skipOf, type AdminPages } from './admin-pager';
import { StatusBadge } from './status-badge';

/** The orders whose request was sent, the newest first. */
export async function AdminOrders({ pages }: { pages: AdminPages }) {
  const { rows, count } = await listSentOrders({ most: ROWS_PER_PAGE, skip: skipOf(pages.orders) });
  return (
    <section aria-labelledby="all-orders">
      <h2 id="all-orders">
        주문 <span className="badge">{count}건</span>
      </h2>
      {count === 0 && <p className="soft">아직 주문이 없어요.</p>}
      <ul className="orders">
        {rows.map((order) => (
          <Row key={order.id} {...order} />
        ))}
      </ul>
      <AdminPager pages={pages} list="orders" count={count} label="주문" />
    </section>
  );
}

function Row(order: Order) {
  const { id, items, totalAmt, createdAt, cancelledAt, cancelledBy } = order;
  const isPaid = order.status === 'paid';
  return (
    <li className="card admin-order" aria-label={`주문 ${id}`}>
      <div className="line">
        <span>
          {kst(createdAt)} <span className="soft number">{id}</span>
        </span>
        <StatusBadge status={statusOf(order)} />
      </div>
      <p>
        {items.map(({ productName, quantity }) => `${productName} × ${quantity}`).join(', ')} · <b>{won(totalAmt)}</b>
      </p>
      {cancelledAt !== null && (
        <p>
          {cancelledBy} 님이 {kst(cancelledAt)}에{' '}
          {isPaid ? '취소를 요청했어요. 환불되면 상태가 바뀌어요.' : '취소했어요.'}
        </p>
      )}
      {order.status !== 'cancelled' && cancelledAt === null && (
        <AdminAction
          label="주문 취소"
          question={isPaid ? '주문을 취소하고 결제자에게 환불할까요?' : '이 주문을 취소할까요?'}
          confirm="네, 취소해요"
          address={`/api/admin/orders/${encodeURIComponent(id)}/cancel`}
        />
      )}
    </li>
  );
}

import { kst } from '@/lib/kst';
import { listOwed, type Owed } from '@/lib/list-owed';
import { won } from '@/lib/won';
import { AdminAction } from './admin-action';
import { AdminPager, ROWS_PER_PAGE, skipOf, type AdminPages } from './admin-pager';

const reasons: Record<NonNullable<Owed['reason']>, string> = {
  surplus: '이미 결제된 주문에 한 번 더 결제했어요. 돌려줘야 해요.',
  cancelled: '취소된 주문에 결제했어요. 돌려줘야 해요.',
  late: '결제 기한이 지난 뒤에 결제했어요. 주문을 받을지 환불할지 정해 주세요.',
  amount: '주문 금액과 다른 금액을 결제했어요. 돌려줘야 해요.',
  mode: '모의 결제용 주문에 실제로 결제했어요. 돌려줘야 해요.',
  order: '주문을 취소했어요.',
};

const problems: Record<string, string> = {
  unknown_payment: '인스테드에 없는 결제예요. 인스테드 관리자 사이트에서 확인해 주세요.',
  not_cancelled_yet: '인스테드가 아직 환불하지 않았어요. 다시 확인할게요.',
};

/** Each payment that is owed, by itself: one order can have several, and a paid one keeps what paid it. */
export async function AdminOwed({ pages }: { pages: AdminPages }) {
  const { rows, count, sum } = await listOwed({ most: ROWS_PER_PAGE, skip: skipOf(pages.owed) });
  if (count === 0) return null;
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">
        환불이 필요해요 <span className="badge">{count}건</span> <span className="bad">{won(sum)}</span>
      </h2>
      <ul className="orders">
        {rows.map((owed) => (
          <Row key={`${owed.orderId} ${owed.insteadUid}`} {...owed} />
        ))}
      </ul>
      <AdminPager pages={pages} list="owed" count={count} label="환불이 필요한 결제" />
    </section>
  );
}

function Row({ orderId, insteadUid, amount, createdAt, reason, decidedAt, decidedBy, problem, canAccept }: Owed) {
  const address = `/api/admin/orders/${encodeURIComponent(orderId)}/payments/${encodeURIComponent(insteadUid)}`;
  return (
    <li className="card admin-order" aria-label={`환불 ${insteadUid}`}>
      <div className="line">
        <span>
          {kst(createdAt)} <span className="soft number">{orderId}</span>
        </span>
        <b>{won(amount)}</b>
      </div>
      <p className="soft number">{insteadUid}</p>
      <p className="bad">{reason ? reasons[reason] : '받지 말아야 할 돈을 받았어요. 돌려줘야 해요.'}</p>
      {decidedAt === null ? (
        <div className="actions">
          <AdminAction
            label="환불하기"
            question={`${won(amount)}을 결제자에게 환불할까요?`}
            confirm="네, 환불해요"
            address={`${address}/refund`}
          />
          {canAccept && (
            <AdminAction
              label="주문 받기"
              question="늦은 결제지만 주문을 받을까요?"
              confirm="네, 받아요"
              address={`${address}/accept`}
            />
          )}
        </div>
      ) : (
        <p>
          {decidedBy} 님이 {kst(decidedAt)}에 환불을 요청했어요.{' '}
          {problem && (problems[problem] ?? '인스테드에 요청하지 못했어요. 다시 요청할게요.')}
        </p>
      )}
    </li>
  );
}

import { listOpenWebhooks, type OpenWebhook } from '@/lib/inbox';
import { kst } from '@/lib/kst';
import { AdminAction } from './admin-action';
import { AdminPager, ROWS_PER_PAGE, skipOf, type AdminPages } from './admin-pager';

const reasons: Record<string, string> = {
  status: '인스테드에서 조회한 결제 상태가 달라요.',
  amount: '인스테드에서 조회한 금액이 주문 금액과 달라요.',
  order: '다른 주문의 결제예요.',
  mode: '모의 결제와 실제 결제가 섞였어요.',
  unknown_payment: '인스테드에 없거나 아직 끝나지 않은 결제예요.',
  unknown_order: '이 쇼핑몰에 없는 주문이에요.',
  lookup_failed: '인스테드에서 결제를 조회하지 못했어요.',
  shop_error: '처리하다가 오류가 났어요.',
};

/** What was received and not confirmed, with the reason. The queue tries the undecided again by itself. */
export async function AdminWebhooks({ pages }: { pages: AdminPages }) {
  const { rows, count } = await listOpenWebhooks({ most: ROWS_PER_PAGE, skip: skipOf(pages.webhooks) });
  if (count === 0) return null;
  return (
    <section aria-labelledby="open-webhooks">
      <h2 id="open-webhooks">
        확인이 필요한 웹훅 <span className="badge">{count}건</span>
      </h2>
      <ul className="orders">
        {rows.map((webhook) => (
          <Row key={webhook.id} {...webhook} />
        ))}
      </ul>
      <AdminPager pages={pages} list="webhooks" count={count} label="확인이 필요한 웹훅" />
    </section>
  );
}

function Row(webhook: OpenWebhook) {
  const { id, orderId, insteadUid, status, copies, lastAt, answer, reason, isUndecided, attempts, nextAt } = webhook;
  return (
    <li className="card admin-order" aria-label={`웹훅 ${insteadUid} ${status}`}>
      <div className="line">
        <span>
          {kst(lastAt.getTime())} <code>{status}</code> {copies > 1 && `${copies}번`}
        </span>
        <span className="badge">{isUndecided ? '다시 확인 중' : '거부됨'}</span>
      </div>
      <p className="soft number">{orderId}</p>
      <p className="soft number">{insteadUid}</p>
      <p className="bad">
        {answer} {reason ? (reasons[reason] ?? '') : answer === null && '처리하고 있어요.'}
      </p>
      {isUndecided && nextAt && (
        <p className="soft">
          {attempts}번 다시 확인했어요. 다음 확인은 {kst(nextAt.getTime())}이에요.
        </p>
      )}
      {webhook.againBy && webhook.againAt && (
        <p className="soft">
          {webhook.againBy} 님이 {kst(webhook.againAt.getTime())}에 다시 처리했어요.
        </p>
      )}
      <AdminAction label="다시 처리" address={`/api/admin/webhooks/${id}/process`} />
    </li>
  );
}

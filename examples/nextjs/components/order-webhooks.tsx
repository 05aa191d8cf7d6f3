import { kst } from '@/lib/kst';
import type { OrderView } from '@/lib/order-view';

/** The webhooks of this order, and their results. Most shops show this only to their staff. */
export function OrderWebhooks({ webhooks }: Pick<OrderView, 'webhooks'>) {
  return (
    <section className="webhooks" aria-label="인스테드 웹훅">
      <h2>인스테드 웹훅</h2>
      {webhooks.length === 0 ? (
        <p className="soft">아직 받은 웹훅이 없어요.</p>
      ) : (
        <ol>
          {webhooks.map(({ at, status, answer }, index) => (
            <li key={index}>
              <span>{kst(at)}</span>
              <code>{status}</code>
              <span className={answer === 200 ? 'good' : 'bad'}>
                {answer} {answer === 200 ? '받았어요' : '믿지 않았어요'}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

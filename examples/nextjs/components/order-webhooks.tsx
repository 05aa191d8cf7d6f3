import { kst } from '@/lib/kst';
import type { OrderView } from '@/lib/order-view';

/** The webhooks that the shop received for this order, and what it answered. Most shops show this only to their staff. */
export function OrderWebhooks({ webhooks }: Pick<OrderView, 'webhooks'>) {
  return (
    <section className="webhooks" aria-label="인스테드 웹훅">
      <h2>인스테드 웹훅</h2>
      {webhooks.length === 0 ? (
        <p className="soft">아직 받은 웹훅이 없어요.</p>
      ) : (
        <ol>
          {webhooks.map(({ at, status, answer, copies }, index) => (
            <li key={index}>
              <span>{kst(at)}</span>
              <code>{status}</code>
              <span className={answer === 200 ? 'good' : 'bad'}>
                {answer} {toWords(answer)}
                {copies > 1 && ` · ${copies}번`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function toWords(answer: number | null): string {
  if (answer === 200) return '받았어요';
  // The queue tries it again.
  if (answer === null || answer >= 500) return '확인하고 있어요';
  return '믿지 않았어요';
}

import type { OrderView } from '@/lib/order-view';
import type { Words } from '@/words';
import { useWords } from './language';

/** The webhooks that the shop received for this order, and what it answered. Most shops show this only to their staff. */
export function OrderWebhooks({ webhooks }: Pick<OrderView, 'webhooks'>) {
  const words = useWords();
  return (
    <section className="webhooks" aria-labelledby="webhooks">
      <h2 id="webhooks">{words.webhooks.title}</h2>
      {webhooks.length === 0 ? (
        <p className="soft">{words.webhooks.none}</p>
      ) : (
        <ol>
          {webhooks.map(({ at, status, answer, copies }, index) => (
            <li key={index}>
              <span>{words.time(at)}</span>
              <code>{status}</code>
              <span className={answer === 200 ? 'good' : 'bad'}>
                {answer} {textOf(answer, words)}
                {copies > 1 && ` · ${words.webhooks.times(copies)}`}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function textOf(answer: number | null, { webhooks }: Words): string {
  if (answer === 200) return webhooks.accepted;
  // The queue tries it again.
  if (answer === null || answer >= 500) return webhooks.undecided;
  return webhooks.rejected;
}

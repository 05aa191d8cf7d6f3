import { ROWS_PER_PAGE, skipOf, type AdminSearch } from '@/lib/admin-search';
import { listOpenWebhooks, type OpenWebhook } from '@/lib/inbox';
import { readWords } from '@/lib/read-words';
import { staffName } from '@/lib/staff-name';
import type { Words } from '@/words';
import { AdminAction } from './admin-action';
import { AdminPager } from './admin-pager';
import { AdminWatch } from './admin-watch';

/** What was received and not confirmed, with the reason. The queue tries the undecided again by itself. */
export async function AdminWebhooks({ search }: { search: AdminSearch }) {
  const words = await readWords();
  const { admin, openWebhooks } = words;
  const { rows, count } = await listOpenWebhooks({ most: ROWS_PER_PAGE, skip: skipOf(search.pages.webhooks) });
  const states = rows.map((row) => [`webhook ${row.id}`, { state: stateOf(row), text: reasonOf(row, words) }] as const);
  const gone = rows.map(({ id, insteadUid }) => [`webhook ${id}`, openWebhooks.processed(insteadUid)] as const);
  return (
    <>
      {count > 0 && (
        <section aria-labelledby="open-webhooks">
          <h2 id="open-webhooks">
            {openWebhooks.title} <span className="badge">{admin.count(count)}</span>
          </h2>
          <ul className="orders">
            {rows.map((webhook) => (
              <Row key={webhook.id} webhook={webhook} words={words} />
            ))}
          </ul>
          <AdminPager search={search} list="webhooks" count={count} label={openWebhooks.title} />
        </section>
      )}
      <AdminWatch rows={Object.fromEntries(states)} gone={Object.fromEntries(gone)} />
    </>
  );
}

const stateOf = ({ answer, reason, attempts, isUndecided }: OpenWebhook): string =>
  [answer, reason, attempts, isUndecided].join();

function reasonOf({ answer, reason }: OpenWebhook, { openWebhooks }: Words): string {
  const reasons: Readonly<Record<string, string>> = openWebhooks.reasons;
  if (reason) return `${answer ?? ''} ${reasons[reason] ?? ''}`;
  return answer === null ? openWebhooks.processing : String(answer);
}

function Row({ webhook, words }: { webhook: OpenWebhook; words: Words }) {
  const { id, orderId, insteadUid, status, copies, lastAt, isUndecided, attempts, nextAt, againBy, againAt } = webhook;
  const { admin, openWebhooks } = words;
  return (
    <li className="card admin-order" aria-label={openWebhooks.row(insteadUid, status)}>
      <div className="line">
        <span>
          {words.time(lastAt.getTime())} <code>{status}</code> {copies > 1 && admin.times(copies)}
        </span>
        <span className="badge">{isUndecided ? openWebhooks.retrying : openWebhooks.rejected}</span>
      </div>
      <p className="soft number">{orderId}</p>
      <p className="soft number">{insteadUid}</p>
      <p className="bad">{reasonOf(webhook, words)}</p>
      {isUndecided && nextAt && <p className="soft">{openWebhooks.tried(attempts, nextAt.getTime())}</p>}
      {againBy && againAt && (
        <p className="soft">{openWebhooks.againBy(staffName(againBy, words), againAt.getTime())}</p>
      )}
      <AdminAction
        label={openWebhooks.again}
        name={openWebhooks.againName(insteadUid, status)}
        address={`/api/admin/webhooks/${id}/process`}
        row={`webhook ${id}`}
      />
    </li>
  );
}

import { ROWS_PER_PAGE, skipOf, type AdminSearch } from '@/lib/admin-search';
import { listOwed, type Owed } from '@/lib/list-owed';
import { readWords } from '@/lib/read-words';
import { staffName } from '@/lib/staff-name';
import type { Words } from '@/words';
import { AdminAction } from './admin-action';
import { AdminPager } from './admin-pager';
import { AdminWatch } from './admin-watch';

/** Each payment that is owed, by itself: one order can have several, and a paid one keeps what paid it. */
export async function AdminOwed({ search }: { search: AdminSearch }) {
  const words = await readWords();
  const { admin, owed } = words;
  const { rows, count, sum } = await listOwed({ most: ROWS_PER_PAGE, skip: skipOf(search.pages.owed) });
  const toKey = ({ insteadUid }: Owed) => `owed ${insteadUid}`;
  const states = rows.map((row) => {
    const state = row.decidedAt === null ? owed.waiting : owed.refunding;
    return [toKey(row), { state, text: '' }] as const;
  });
  const gone = rows.map((row) => [toKey(row), row.canAccept ? '' : owed.refunded(row.insteadUid)] as const);
  return (
    <>
      {count > 0 && (
        <section aria-labelledby="owed">
          <h2 id="owed">
            {owed.title} <span className="badge">{admin.count(count)}</span>{' '}
            <span className="bad">{words.won(sum)}</span>
          </h2>
          <ul className="orders">
            {rows.map((row) => (
              <Row key={`${row.orderId} ${row.insteadUid}`} row={row} words={words} />
            ))}
          </ul>
          <AdminPager search={search} list="owed" count={count} label={owed.list} />
        </section>
      )}
      {/* Outside: the last row takes the section with it, and is announced all the same. */}
      <AdminWatch rows={Object.fromEntries(states)} gone={Object.fromEntries(gone)} />
    </>
  );
}

function Row({ row, words }: { row: Owed; words: Words }) {
  const { orderId, insteadUid, amount, createdAt, reason, decidedAt, decidedBy, problem, canAccept } = row;
  const { owed } = words;
  const problems: Readonly<Record<string, string>> = owed.problems;
  const address = `/api/admin/orders/${encodeURIComponent(orderId)}/payments/${encodeURIComponent(insteadUid)}`;
  const key = `owed ${insteadUid}`;
  return (
    <li className="card admin-order" aria-label={owed.row(insteadUid)}>
      <div className="line">
        <span>
          {words.time(createdAt)} <span className="soft number">{orderId}</span>
        </span>
        <b>{words.won(amount)}</b>
      </div>
      <p className="soft number">{insteadUid}</p>
      <p className="bad">{owed.reasons[reason ?? 'unknown']}</p>
      {decidedAt === null ? (
        <div className="actions">
          <AdminAction
            label={owed.refund}
            name={owed.refundName(insteadUid, orderId)}
            question={owed.refundQuestion(amount)}
            confirm={owed.refundConfirm}
            address={`${address}/refund`}
            row={key}
          />
          {canAccept && (
            <AdminAction
              label={owed.accept}
              name={owed.acceptName(orderId)}
              question={owed.acceptQuestion}
              confirm={owed.acceptConfirm}
              address={`${address}/accept`}
              row={key}
            />
          )}
        </div>
      ) : (
        <p>
          {owed.requestedBy(staffName(decidedBy, words), decidedAt)}{' '}
          {problem && (problems[problem] ?? owed.problems.other)}
        </p>
      )}
    </li>
  );
}

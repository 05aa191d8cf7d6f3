import Form from 'next/form';
import Link from 'next/link';
import { readWords } from '@/lib/read-words';

/** Finds orders by a part of a number or a name. The result replaces the list, and the focus stays in the field. */
export async function AdminFind({ find, count }: { find: string; count: number }) {
  const { admin, adminOrders } = await readWords();
  return (
    <div className="find">
      <Form action="/admin" prefetch={false} role="search" aria-label={admin.find}>
        <label htmlFor="find">{admin.findLabel}</label>
        <div className="actions">
          <input id="find" name="find" type="search" defaultValue={find} autoComplete="off" />
          <button type="submit" className="plain">
            {admin.findButton}
          </button>
        </div>
      </Form>
      <p className="said" role="status">
        {find && (count === 0 ? adminOrders.noneFound : admin.found(find, count))}
      </p>
      {find && (
        <Link className="more" href="/admin" prefetch={false}>
          {admin.findAll}
        </Link>
      )}
    </div>
  );
}

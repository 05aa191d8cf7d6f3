import Link from 'next/link';
import { toAdminAddress, ROWS_PER_PAGE, type AdminSearch } from '@/lib/admin-search';
import { readWords } from '@/lib/read-words';

interface AdminPagerProps {
  search: AdminSearch;
  list: keyof AdminSearch['pages'];
  /** Of all pages. */
  count: number;
  /** What the pages are of: it is part of the name of each link. */
  label: string;
}

/** Links to the other pages of one list. The other lists stay where they are. */
export async function AdminPager({ search, list, count, label }: AdminPagerProps) {
  const { admin } = await readWords();
  const last = Math.max(1, Math.ceil(count / ROWS_PER_PAGE));
  const current = search.pages[list];
  if (last === 1 && current === 1) return null;
  const toPage = (page: number) => toAdminAddress({ ...search, pages: { ...search.pages, [list]: page } });
  return (
    <nav className="pager" aria-label={admin.pages(label)}>
      {current > 1 && (
        <Link href={toPage(Math.min(current - 1, last))} prefetch={false}>
          {admin.previous(label)}
        </Link>
      )}
      <span aria-current="page">
        {current} / {last}
      </span>
      {current < last && (
        <Link href={toPage(current + 1)} prefetch={false}>
          {admin.next(label)}
        </Link>
      )}
    </nav>
  );
}

import Link from 'next/link';

/** How many rows a list of the admin page has per page. */
export const ROWS_PER_PAGE = 20;

/** The current page of each list, from 1. */
export type AdminPages = Record<'owed' | 'webhooks' | 'orders', number>;

interface AdminPagerProps {
  pages: AdminPages;
  list: keyof AdminPages;
  /** Of all pages. */
  count: number;
  label: string;
}

/** Links to the other pages of one list. The other lists stay where they are. */
export function AdminPager({ pages, list, count, label }: AdminPagerProps) {
  const last = Math.max(1, Math.ceil(count / ROWS_PER_PAGE));
  const current = pages[list];
  if (last === 1 && current === 1) return null;
  const toPage = (page: number) =>
    `/admin?${new URLSearchParams(Object.entries({ ...pages, [list]: page }).map(([name, value]) => [name, String(value)]))}`;
  return (
    <nav className="pager" aria-label={label}>
      {current > 1 && (
        <Link href={toPage(Math.min(current - 1, last))} prefetch={false}>
          이전
        </Link>
      )}
      <span>
        {current} / {last}
      </span>
      {current < last && (
        <Link href={toPage(current + 1)} prefetch={false}>
          다음
        </Link>
      )}
    </nav>
  );
}

export const skipOf = (page: number): number => (page - 1) * ROWS_PER_PAGE;

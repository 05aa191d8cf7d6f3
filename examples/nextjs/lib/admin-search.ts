/** How many rows a list of the admin page has per page. */
export const ROWS_PER_PAGE = 20;

/** What the admin page shows: the current page of each list, from 1, and what the orders are searched for. */
export interface AdminSearch {
  pages: Record<'owed' | 'webhooks' | 'orders', number>;
  find: string;
}

const MOST_CHARACTERS = 100;

/** Reads the query of the admin page. What it cannot be is left out. */
export function readAdminSearch(query: Record<string, string | string[] | undefined>): AdminSearch {
  const pageOf = (name: string): number => Math.max(1, Math.trunc(Number(query[name])) || 1);
  const find = typeof query.find === 'string' ? query.find.trim().slice(0, MOST_CHARACTERS) : '';
  return { pages: { owed: pageOf('owed'), webhooks: pageOf('webhooks'), orders: pageOf('orders') }, find };
}

export function toAdminAddress({ pages, find }: AdminSearch): string {
  const query = new URLSearchParams(Object.entries(pages).map(([name, page]) => [name, String(page)]));
  if (find) query.set('find', find);
  return `/admin?${query}`;
}

export const skipOf = (page: number): number => (page - 1) * ROWS_PER_PAGE;

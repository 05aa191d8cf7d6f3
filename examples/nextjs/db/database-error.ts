/** Drizzle's. By shape rather than by class: the database is opened in another of Next's bundles, which has its own class. */
interface QueryError extends Error {
  query: string;
  params: unknown;
}

interface ServerError {
  code: string;
  severity: string;
  table?: string;
  table_name?: string;
  constraint?: string;
  constraint_name?: string;
}

/**
 * Returns an error without the query's parameters. Drizzle puts them into its message, and PostgreSQL into its details: the
 * shopper's number would end up in the logs, wherever the error is printed.
 */
export function toDatabaseError(error: unknown): unknown {
  if (!isQueryError(error)) return isServerError(error) ? describe(error, '') : error;
  const { cause, query } = error;
  if (isServerError(cause)) return describe(cause, query);
  // The driver's own, such as ECONNREFUSED or CONNECTION_CLOSED: it names an address and no parameter.
  return cause ?? new Error(`The query failed: ${query}`);
}

function describe(error: ServerError, query: string): Error {
  const { code, table = error.table_name, constraint = error.constraint_name } = error;
  const where = [table && `table ${table}`, constraint && `constraint ${constraint}`].filter(Boolean).join(', ');
  const message = `PostgreSQL rejected a query (${[`code ${code}`, where].filter(Boolean).join(', ')}). ${query}`;
  return Object.assign(new Error(message.trim()), { code });
}

const isQueryError = (error: unknown): error is QueryError =>
  error instanceof Error && 'params' in error && 'query' in error && !('severity' in error);

const isServerError = (error: unknown): error is ServerError =>
  error instanceof Error && 'severity' in error && 'code' in error;

import { sql } from 'drizzle-orm';
import { query } from '@/db/database';
import { withDeadline } from '@/db/with-deadline';
import { checkSettings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

// A monitor gives up after a few seconds.
const LONGEST_MS = 2500;

const respond = (status: 200 | 503, text: string): Response =>
  new Response(text, { status, headers: { 'Cache-Control': 'no-store' } });

/** For a monitor: 200 as long as it can take orders, 503 and what is wrong otherwise. Within 3 seconds. */
export async function GET(): Promise<Response> {
  // A host that starts processes per request does not end them at a wrong setting. The list names no values.
  const problems = checkSettings();
  if (problems.length > 0) return respond(503, problems.join('\n'));
  try {
    await withDeadline(
      query((db) => db.execute(sql`select 1`)),
      LONGEST_MS,
      'The database did not respond in time.',
    );
    return respond(200, 'ok');
  } catch (error) {
    console.error('The shop has no database', error);
    return respond(503, 'no database');
  }
}

import { sql } from 'drizzle-orm';
import { getDatabase } from '@/db/database';

export const dynamic = 'force-dynamic';

/** For monitoring: 200 as long as the shop can take orders. */
export async function GET(): Promise<Response> {
  try {
    const { db } = await getDatabase();
    await db.execute(sql`select 1`);
    return new Response('ok', { headers: { 'Cache-Control': 'no-store' } });
  } catch (error) {
    console.error('The shop has no database', error);
    return new Response('no database', { status: 503, headers: { 'Cache-Control': 'no-store' } });
  }
}

import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { query } from '@/db/database';
import { secrets } from '@/db/schema';

type Name = 'shopper' | 'address';

const shared = globalThis as typeof globalThis & { __shopSecrets?: Map<Name, string> };

/** Returns a random key that all processes of this shop share. It is in the database, so that nobody has to configure it. */
export async function getSecret(name: Name): Promise<string> {
  const known = (shared.__shopSecrets ??= new Map());
  const cached = known.get(name);
  if (cached) return cached;
  const value = await query(async (db) => {
    await db
      .insert(secrets)
      .values({ name, value: randomBytes(32).toString('base64url') })
      .onConflictDoNothing();
    const [row] = await db.select().from(secrets).where(eq(secrets.name, name));
    return row!.value;
  });
  known.set(name, value);
  return value;
}

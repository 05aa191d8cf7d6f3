import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { CHANNEL, MIGRATIONS, type Database } from './database';
import { lockFolder } from './lock-folder';
import * as schema from './schema';

/** PostgreSQL within this process, its files in a folder: nothing to install, and only for one process. */
export async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = lockFolder(folder);
  try {
    const client = await PGlite.create(folder);
    const db = drizzle(client, { schema });
    await migrate(db, { migrationsFolder: MIGRATIONS });
    return {
      db,
      async listen(onChange) {
        await client.listen(CHANNEL, onChange);
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

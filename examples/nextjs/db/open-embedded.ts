import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { CHANNEL, MIGRATIONS, type Database } from './database';
import { lockFolder } from './lock-folder';
import * as schema from './schema';

/** Opens PostgreSQL in this process, with its files in a folder: nothing to install, for one process only. */
export async function openEmbedded(folder: string): Promise<Database> {
  mkdirSync(dirname(folder), { recursive: true });
  const unlock = lockFolder(folder);
  let client: PGlite | undefined;
  try {
    const opened = (client = await PGlite.create(folder));
    const db = drizzle(opened, { schema });
    await migrate(db, { migrationsFolder: MIGRATIONS });
    return {
      run: (work) => work(db),
      async listen(onChange) {
        await opened.listen(CHANNEL, onChange);
      },
      async close() {
        await opened.close();
        unlock();
      },
    };
  } catch (error) {
    // Closed before it is unlocked: two open databases in one folder destroy it.
    await client?.close().catch(() => {});
    unlock();
    throw error;
  }
}

import type { Words } from '@/words';

/** Who did something, where one key is everybody's: see `admin-key.ts`. The database has this name. */
export const EVERYBODY = '관리자';

/** Returns the name of one of the staff, in the language of the page if it is everybody's. */
export const staffName = (name: string | null, { admin }: Words): string =>
  name === null || name === EVERYBODY ? admin.everybody : name;

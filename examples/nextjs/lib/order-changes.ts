import { EventEmitter } from 'node:events';
import { getDatabase } from '@/db/database';

const ANY = '*';

/** Passes on what the database says of changed orders: one line to it for all the pages that wait. */
export function createOrderChanges(): { subscribe(id: string | null, listener: () => void): () => void } {
  const changes = new EventEmitter().setMaxListeners(0);
  let line: Promise<void> | null = null;

  function notify(id: string | null) {
    const names = id === null ? changes.eventNames() : [id, ANY];
    for (const name of names) changes.emit(name);
  }

  async function connect() {
    try {
      await (await getDatabase()).listen(notify);
      // What changed before the line was up, nobody has told.
      notify(null);
    } catch (error) {
      // Pages ask for themselves meanwhile; the next one that comes tries again.
      console.error('The shop cannot hear of changed orders', error);
      line = null;
    }
  }

  return {
    subscribe(id, listener) {
      const name = id ?? ANY;
      changes.on(name, listener);
      line ??= connect();
      return () => changes.off(name, listener);
    },
  };
}

import { getDatabase } from '@/db/database';
import { readViews, statusOf, type OrderView } from './order-view';

type Listener = (view: OrderView) => void;

interface OrderFeed {
  /** Calls back with the order, now and after each change. Returns the cleanup function. */
  follow(id: string, listener: Listener): () => void;
  /** Calls back after changes of any order, twice a second at most. Returns the cleanup function. */
  followAll(listener: () => void): () => void;
}

const MOST_IN_ONE_QUERY = 1000;
const RETRY_MS = 1000;
const CHECK_EXPIRED_MS = 5000;
const BETWEEN_SUMMARIES_MS = 500;

// On globalThis: routes are bundled separately, and each bundle would listen to the database for itself.
const shared = globalThis as typeof globalThis & { __shopOrderFeed?: OrderFeed };

export const orderFeed = (): OrderFeed => (shared.__shopOrderFeed ??= createOrderFeed());

/**
 * Passes on what changes in the database to the open pages of this process. All changes that come together are read by one
 * query, however many pages are open.
 */
function createOrderFeed(): OrderFeed {
  const followed = new Map<string, { listeners: Set<Listener>; view: OrderView | null }>();
  const ofAll = new Set<() => void>();
  const changed = new Set<string>();
  let isReading = false;
  let summary: NodeJS.Timeout | undefined;
  let listening: Promise<void> | null = null;

  async function read(): Promise<void> {
    if (isReading) return;
    isReading = true;
    try {
      // What comes in the same tick comes along.
      await new Promise(setImmediate);
      while (changed.size > 0) {
        const ids = [...changed].slice(0, MOST_IN_ONE_QUERY);
        ids.forEach((id) => changed.delete(id));
        try {
          (await readViews(ids)).forEach(publish);
        } catch {
          // The database reports by itself that it is away. The pages poll meanwhile.
          ids.forEach((id) => changed.add(id));
          await new Promise((resolve) => setTimeout(resolve, RETRY_MS).unref());
        }
      }
    } finally {
      isReading = false;
    }
  }

  function publish(view: OrderView): void {
    const entry = followed.get(view.id);
    if (!entry) return;
    entry.view = view;
    for (const listener of entry.listeners) listener(view);
  }

  function onChange(id: string | null): void {
    for (const each of id === null ? followed.keys() : [id]) if (followed.has(each)) changed.add(each);
    if (changed.size > 0) void read();
    if (ofAll.size > 0) {
      summary ??= setTimeout(() => {
        summary = undefined;
        ofAll.forEach((listener) => listener());
      }, BETWEEN_SUMMARIES_MS);
    }
  }

  async function listen(): Promise<void> {
    try {
      await (await getDatabase()).listen(onChange);
      // What changed before that, nobody has reported.
      onChange(null);
    } catch {
      // The next page that opens tries again.
      listening = null;
    }
  }

  // No message reports that an order has expired. The clock decides, and no query is needed.
  setInterval(() => {
    for (const { view } of followed.values()) {
      if (view && view.status !== 'expired' && statusOf(toStored(view)) === 'expired')
        publish({ ...view, status: 'expired', stage: 'expired' });
    }
  }, CHECK_EXPIRED_MS).unref();

  return {
    follow(id, listener) {
      listening ??= listen();
      const entry = followed.get(id) ?? { listeners: new Set(), view: null };
      followed.set(id, entry);
      entry.listeners.add(listener);
      changed.add(id);
      void read();
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size > 0) return;
        followed.delete(id);
        changed.delete(id);
      };
    },
    followAll(listener) {
      listening ??= listen();
      ofAll.add(listener);
      return () => ofAll.delete(listener);
    },
  };
}

const toStored = ({ status, expiresAt }: OrderView) =>
  ({ status: status === 'expired' ? 'waiting' : status, expiresAt }) as const;

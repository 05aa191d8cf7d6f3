import type { Realm } from './realm.ts';

/** The request that the script made inside a call. */
export interface ObservedRequest {
  /** The HTTP status once the script has dealt with the answer; 0 for a dead network, an abort or a time-out. Never rejects. */
  status: Promise<number>;
  abort(): void;
}

/**
 * Runs a call of the script and watches the one request that it makes.
 *
 * Vendor: 1.0.1 answers nobody. A refused token or session, a dead network: silence. So we look over its shoulder.
 */
export function observeRequest(realm: Realm, limit: number, call: () => void): ObservedRequest {
  const { window } = realm;
  const Original = window.XMLHttpRequest;
  let request: XMLHttpRequest | undefined;
  window.XMLHttpRequest = class extends Original {
    constructor() {
      super();
      request ??= this;
    }
  };
  try {
    call();
  } finally {
    window.XMLHttpRequest = Original;
  }
  if (!request) throw new Error('The script asked nobody.');

  const observed = request;
  // The page's own clock, not the request's: a frame that is torn out of the page takes its events with it.
  let stop = () => {};
  const status = new Promise<number>((resolve) => {
    const timer = setTimeout(() => stop(), Math.max(0, limit));
    const end = (value: number) => {
      clearTimeout(timer);
      resolve(value);
    };
    // `loadend` comes last, after whatever the script itself listens to.
    observed.addEventListener('loadend', () => end(observed.status));
    stop = () => {
      end(0);
      observed.abort();
    };
  });
  return { status, abort: () => stop() };
}

import type { ScriptFrame } from './script-frame.ts';

/**
 * Runs a call of the script and watches the one request that it makes. Tells its HTTP status once the script has dealt with the
 * answer; 0 for a dead network and for an abort.
 *
 * Quirk: 1.0.1 answers nobody. A refused token or session, a dead network: silence. So we look over its shoulder.
 */
export async function interceptXhr(realm: ScriptFrame, signal: AbortSignal, call: () => void): Promise<number> {
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
  const observed = request;
  if (!observed) throw new Error('The script asked nobody');
  return new Promise((resolve) => {
    // `loadend` comes last, after whatever the script itself listens to.
    observed.addEventListener('loadend', () => resolve(observed.status));
    // Not by the request's own events: a frame that is torn out of the page takes its events with it.
    signal.addEventListener('abort', () => {
      resolve(0);
      observed.abort();
    });
  });
}

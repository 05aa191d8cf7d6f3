import type { ScriptFrame } from './script-frame.ts';

/**
 * Runs a call of the script and intercepts its request. Resolves with the HTTP status once the script has processed the
 * response; 0 for a network error and for an abort.
 *
 * Quirk: 1.0.1 reports no failure, whether a token or session was refused or the network is down.
 */
export async function interceptXhr(frame: ScriptFrame, signal: AbortSignal, call: () => void): Promise<number> {
  const { window } = frame;
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
  if (!observed) throw new Error('The script sent no XMLHttpRequest');
  return new Promise((resolve) => {
    // `loadend` comes last, after the script's own listeners.
    observed.addEventListener('loadend', () => resolve(observed.status));
    // The request's own events are not enough: a frame that is removed from the page fires none.
    signal.addEventListener('abort', () => {
      resolve(0);
      observed.abort();
    });
  });
}

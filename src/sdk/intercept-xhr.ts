import { errorMessage } from '../errors.ts';
import type { ScriptFrame } from './script-frame.ts';

interface XhrResult {
  /** The HTTP status; 0 for a network error and for an abort. */
  status: number;
  /** The time in `Retry-After`, in ms; 0 without one. Other origins have to expose the header. */
  retryAfter: number;
}

/**
 * Runs a call of the script and intercepts its request. Resolves once the script has processed the response.
 *
 * Quirk: 1.0.1 reports no failure, whether a token or session was refused or the network is down.
 */
export async function interceptXhr(frame: ScriptFrame, signal: AbortSignal, call: () => void): Promise<XhrResult> {
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
  // A later version of the script may use `fetch`.
  if (!observed) throw new Error(errorMessage('no_xhr'));
  return new Promise((resolve) => {
    // `loadend` comes last, after the script's own listeners.
    observed.addEventListener('loadend', () =>
      resolve({ status: observed.status, retryAfter: readRetryAfter(observed.getAllResponseHeaders()) }),
    );
    // In a frame that was removed from the page it has no effect, and this never resolves: the caller has a time-out.
    signal.addEventListener('abort', () => observed.abort());
  });
}

/** Reads the seconds or the date of the header. Asking for one header by name would log an error where it is not exposed. */
function readRetryAfter(headers: string): number {
  const value = /^retry-after: *(.+?) *$/im.exec(headers)?.[1] ?? '';
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return ms > 0 ? ms : 0;
}

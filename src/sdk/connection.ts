import { InsteadError, toInsteadError } from '../errors.ts';
import type { ScriptStatus } from '../payment/adapter.ts';
import { createStore } from '../payment/store.ts';
import { requestToken } from './request-token.ts';
import { loadScript } from './load-script.ts';
import type { ScriptFrame } from './script-frame.ts';
import { toScriptSource } from './script-source.ts';
import { warnOfIsolation } from './warn-of-isolation.ts';

export interface ConnectionOptions {
  clientId: string;
  apiUrl?: string | undefined;
  scriptSrc?: string | readonly string[] | undefined;
  scriptIntegrity?: string | undefined;
  nonce?: string | undefined;
  timeouts?: { script?: number | undefined; token?: number | undefined; session?: number | undefined } | undefined;
}

export type Connection = ReturnType<typeof createConnection>;

/** The default time-out of a step in ms, retries included. */
export const DEFAULT_TIMEOUT = 15_000;

/** Creates the script frame and its token on the first use, shares them, and creates them again after a failure. */
export function createConnection({ clientId, timeouts = {}, ...options }: ConnectionOptions) {
  const source = toScriptSource(options);
  const status = createStore<ScriptStatus>({ status: 'idle' });
  let lifetime = new AbortController();
  let pending: Promise<ScriptFrame> | undefined;

  // Resolved late: on a server there is no document, and a path alone is valid for an emulator in the same app.
  function apiUrl(): URL {
    let url: URL | undefined;
    try {
      url = new URL(source.apiUrl.replace(/\/+$/, ''), document.baseURI);
    } catch {
      // Reported below, together with addresses that are not http(s).
    }
    if (url && /^https?:$/.test(url.protocol)) return url;
    throw new InsteadError('token_failed', { retryable: false, cause: options.apiUrl });
  }

  const renewToken = (frame: ScriptFrame, signal: AbortSignal) =>
    requestToken(frame, clientId, timeouts.token ?? DEFAULT_TIMEOUT, signal);

  async function establish({ signal }: AbortController): Promise<ScriptFrame> {
    let frame: ScriptFrame | undefined;
    status.set({ status: 'loading' });
    warnOfIsolation();
    try {
      frame = await loadScript(source, timeouts.script ?? DEFAULT_TIMEOUT, signal);
      // Quirk: 1.0.1 reads this global at every call.
      frame.window.API = apiUrl().href;
      await renewToken(frame, signal);
      status.set({ status: 'ready' });
      return frame;
    } catch (cause) {
      const error = toInsteadError(cause, frame ? 'token_failed' : 'sdk_load_failed');
      frame?.remove();
      if (!signal.aborted) {
        pending = undefined;
        status.set({ status: 'failed', error });
      }
      throw error;
    }
  }

  async function connectOnce(): Promise<ScriptFrame> {
    const attempt = (pending ??= establish(lifetime));
    const frame = await attempt;
    if (frame.isAlive()) return frame;
    // The page has removed or reloaded the frame, and the script with it.
    frame.remove();
    if (pending === attempt) pending = undefined;
    return connectOnce();
  }

  return {
    status,
    apiUrl,
    renewToken,
    connect: connectOnce,
    dispose() {
      lifetime.abort();
      lifetime = new AbortController();
      pending?.then((frame) => frame.remove()).catch(() => {});
      pending = undefined;
      status.set({ status: 'idle' });
    },
  };
}

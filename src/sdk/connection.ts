import { InsteadError, toInsteadError } from '../errors.ts';
import type { ScriptStatus } from '../payment/adapter.ts';
import { createStore } from '../payment/store.ts';
import { throwIfAborted } from '../payment/timeout.ts';
import { requestToken } from './request-token.ts';
import { loadScript } from './load-script.ts';
import type { ScriptFrame } from './script-frame.ts';
import { toScriptSource, type ScriptSource, type ScriptSourceOptions } from '../protocol/script-source.ts';
import { getSharedPage } from './shared-page.ts';
import { warnOfIsolation } from './warn-of-isolation.ts';

export interface ConnectionOptions extends ScriptSourceOptions {
  clientId: string;
  timeouts?: { script?: number | undefined; token?: number | undefined; session?: number | undefined } | undefined;
}

export type Connection = ReturnType<typeof createConnection>;

/** The default time-out of a step in ms, retries included. */
export const DEFAULT_TIMEOUT = 15_000;

/** Returns the connection for these settings: providers with equal settings share a script frame and a token. */
export function getConnection({ clientId, timeouts, ...options }: ConnectionOptions): Connection {
  const connections = getSharedPage().connections as Map<string, Connection>;
  const { script = DEFAULT_TIMEOUT, token = DEFAULT_TIMEOUT } = timeouts ?? {};
  const settings = [clientId, toScriptSource(options), { script, token }] as const;
  const key = JSON.stringify(settings);
  const connection = connections.get(key) ?? createConnection(...settings);
  connections.set(key, connection);
  return connection;
}

/** Creates the script frame and its token on the first use, and creates them again after a failure. */
function createConnection(clientId: string, source: ScriptSource, timeouts: { script: number; token: number }) {
  const status = createStore<ScriptStatus>({ status: 'idle' });
  const users = new Set<object>();
  let lifetime = new AbortController();
  let pending: Promise<ScriptFrame> | undefined;

  // Resolved late: on a server there is no document, and a path is valid for an emulator in the same app.
  function apiUrl(): URL {
    let url: URL | undefined;
    try {
      url = new URL(source.apiUrl, document.baseURI);
    } catch {
      // Reported below, together with addresses that are not http(s).
    }
    if (url && /^https?:$/.test(url.protocol)) return url;
    throw new InsteadError('token_failed', { retryable: false, cause: source.apiUrl });
  }

  /** Gets a token, in a frame that is there or in a new one. The status always agrees with what `pending` settles to. */
  async function establish({ signal }: AbortController, frame?: ScriptFrame): Promise<ScriptFrame> {
    status.set({ status: 'loading' });
    warnOfIsolation();
    try {
      frame ??= await loadScript(source, timeouts.script, signal);
      // Quirk: 1.0.1 reads this global at every call.
      frame.window.API = apiUrl().href;
      await requestToken(frame, clientId, source.apiUrl, timeouts.token, signal);
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

  async function connect(): Promise<ScriptFrame> {
    const { signal } = lifetime;
    const attempt = (pending ??= establish(lifetime));
    const frame = await attempt;
    throwIfAborted(signal);
    // Its token was refused meanwhile.
    if (pending !== attempt) return connect();
    if (frame.isAlive()) return frame;
    // The page has removed or reloaded the frame, and the script with it.
    frame.remove();
    pending = undefined;
    return connect();
  }

  return {
    status,
    apiUrl,
    connect(user: object) {
      users.add(user);
      return connect();
    },
    /** Gets a new token for a frame whose token was refused. `connect()` waits for it. */
    renewToken(frame: ScriptFrame) {
      pending = establish(lifetime, frame);
      // Its failure reaches the caller of `connect()`.
      pending.catch(() => {});
    },
    /** Removes the frame once nobody uses it. */
    dispose(user: object) {
      users.delete(user);
      if (users.size > 0) return;
      lifetime.abort();
      lifetime = new AbortController();
      pending?.then((frame) => frame.remove()).catch(() => {});
      pending = undefined;
      status.set({ status: 'idle' });
    },
  };
}

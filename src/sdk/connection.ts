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

/** How long a step may take, in ms, tries included. */
export const DEFAULT_TIMEOUT = 15_000;

/** The script in its realm, with its token: made when first asked for, shared, made anew after a failure. */
export function createConnection({ clientId, timeouts = {}, ...options }: ConnectionOptions) {
  const source = toScriptSource(options);
  const status = createStore<ScriptStatus>({ status: 'idle' });
  let life = new AbortController();
  let pending: Promise<ScriptFrame> | undefined;

  // Read late: on a server there is no document, and a path alone is fine for a sandbox in the same app.
  function apiUrl(): URL {
    let url: URL | undefined;
    try {
      url = new URL(source.apiUrl.replace(/\/+$/, ''), document.baseURI);
    } catch {
      // Told below, together with what is an address, but of no web server.
    }
    if (url && /^https?:$/.test(url.protocol)) return url;
    throw new InsteadError('token_failed', { retryable: false, cause: options.apiUrl });
  }

  const renewToken = (realm: ScriptFrame, signal: AbortSignal) =>
    requestToken(realm, clientId, timeouts.token ?? DEFAULT_TIMEOUT, signal);

  async function establish({ signal }: AbortController): Promise<ScriptFrame> {
    let realm: ScriptFrame | undefined;
    status.set({ status: 'loading' });
    warnOfIsolation();
    try {
      realm = await loadScript(source, timeouts.script ?? DEFAULT_TIMEOUT, signal);
      // Quirk: 1.0.1 reads this global at every call.
      realm.window.API = apiUrl().href;
      await renewToken(realm, signal);
      status.set({ status: 'ready' });
      return realm;
    } catch (cause) {
      const error = toInsteadError(cause, realm ? 'token_failed' : 'sdk_load_failed');
      realm?.remove();
      if (!signal.aborted) {
        pending = undefined;
        status.set({ status: 'failed', error });
      }
      throw error;
    }
  }

  async function connectOnce(): Promise<ScriptFrame> {
    const attempt = (pending ??= establish(life));
    const realm = await attempt;
    if (realm.isAlive()) return realm;
    // The page has thrown our frame out, or loaded it anew: all that it held is gone.
    realm.remove();
    if (pending === attempt) pending = undefined;
    return connectOnce();
  }

  return {
    status,
    apiUrl,
    renewToken,
    connect: connectOnce,
    dispose() {
      life.abort();
      life = new AbortController();
      pending?.then((realm) => realm.remove()).catch(() => {});
      pending = undefined;
      status.set({ status: 'idle' });
    },
  };
}

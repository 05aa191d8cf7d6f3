import { InsteadError, toInsteadError } from '../errors.ts';
import type { InsteadStatus } from '../payment/gateway.ts';
import { createObservable } from '../payment/observable.ts';
import { connect } from './connect.ts';
import { loadScript } from './load-script.ts';
import type { Realm } from './realm.ts';
import { toScriptSource } from './script-source.ts';

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
  const status = createObservable<InsteadStatus>({ status: 'idle' });
  let life = new AbortController();
  let pending: Promise<Realm> | undefined;

  // Read late: on a server there is no document, and a path alone is fine for a sandbox in the same app.
  function apiUrl(): URL {
    let url: URL | undefined;
    try {
      url = new URL(source.apiUrl.replace(/\/+$/, ''), document.baseURI);
    } catch {
      // Told below, together with what is an address, but of no web server.
    }
    if (url && /^https?:$/.test(url.protocol)) return url;
    throw new InsteadError('connect_failed', { retryable: false, detail: 'apiUrl is not an http(s) address.' });
  }

  const renewToken = (realm: Realm, limit = timeouts.token ?? DEFAULT_TIMEOUT) =>
    connect(realm, clientId, limit, life.signal);

  async function establish(): Promise<Realm> {
    const limit = timeouts.script ?? DEFAULT_TIMEOUT;
    const realm = await loadScript(source, limit, life.signal);
    try {
      // Vendor: 1.0.1 reads this global at every call.
      realm.window.API = apiUrl().href;
      await renewToken(realm);
      return realm;
    } catch (error) {
      realm.remove();
      throw error;
    }
  }

  function start(): Promise<Realm> {
    const { signal } = life;
    status.set({ status: 'loading' });
    const attempt = establish().catch((cause: unknown) => {
      throw toInsteadError(cause, 'sdk_load_failed');
    });
    pending = attempt;
    attempt.then(
      (realm) => {
        if (signal.aborted) realm.remove();
        else status.set({ status: 'ready' });
      },
      (error: InsteadError) => {
        if (signal.aborted) return;
        pending = undefined;
        status.set({ status: 'failed', error });
      },
    );
    return attempt;
  }

  return {
    status,
    apiUrl,
    renewToken,
    async connect(): Promise<Realm> {
      const attempt = pending ?? start();
      const realm = await attempt;
      if (realm.isAlive()) return realm;
      // The page has thrown our frame out, with all that it held.
      return pending === attempt || !pending ? start() : pending;
    },
    dispose() {
      life.abort();
      life = new AbortController();
      pending?.then((realm) => realm.remove()).catch(() => {});
      pending = undefined;
      status.set({ status: 'idle' });
    },
  };
}

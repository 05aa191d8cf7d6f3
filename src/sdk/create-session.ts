import { InsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import type { Connection } from './connection.ts';
import { interceptXhr } from './intercept-xhr.ts';
import { withTimeout } from './timeout.ts';

interface Options {
  /** The budget in ms, a new token and the second try included. */
  limit: number;
  signal: AbortSignal;
  /** Sends the waiting window to Instead's page. */
  navigate(url: string): Window;
  /** What the script tells its `request_cb`. */
  onResult(result: ScriptResult): void;
}

/** Hands a result to the script, which hands it to `request_cb`. */
export type ForwardResult = (result: ScriptResult, origin: string) => void;

/** Has the script ask for a session and "open" its page (guide, step 4). Rejects with an InsteadError. */
export const createSession = (connection: Connection, request: PayRequest, options: Options): Promise<ForwardResult> =>
  withTimeout(options.limit, options.signal, async (signal) => {
    let isTold = false;
    const request_cb = (result: ScriptResult) => {
      isTold = true;
      options.onResult(result);
    };
    for (let isSecond = false; ; isSecond = true) {
      const realm = await connection.connect();
      signal.throwIfAborted();
      const { window } = realm;
      let isSentOff = false;
      realm.onOpen = (url) => {
        // Quirk: 1.0.1 opens its page whatever was answered, for the session `undefined` too.
        const session = window.INSTEAD?.session_id;
        if (!session || typeof session === 'object') return null;
        isSentOff = true;
        return options.navigate(url);
      };
      const answer = interceptXhr(realm, signal, () => window.INSTEAD?.requestPay({ ...request, request_cb }));
      // Quirk: 1.0.1 takes window.onmessage and believes every message on it. It is taken off at once; only what has been
      // checked reaches it.
      const handler = window.onmessage;
      window.onmessage = null;
      const status = await answer;
      realm.onOpen = null;

      if (isSentOff) {
        return (data, origin) => {
          isTold = false;
          try {
            handler?.call(window, new window.MessageEvent('message', { data, origin }));
          } catch {
            // Told below.
          }
          // The page may have thrown the script's frame out meanwhile. The result is not lost with it.
          if (!isTold) options.onResult(data);
        };
      }
      // No session was made with a token that has expired, so nothing is doubled by asking again.
      if (isSecond || (status !== 401 && status !== 403)) throw new InsteadError('session_failed', { cause: status });
      await connection.renewToken(realm, signal);
    }
  });

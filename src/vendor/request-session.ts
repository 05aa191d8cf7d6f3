import { InsteadError } from '../errors.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { readScriptMessage, type ScriptResult } from '../protocol/script-message.ts';
import type { Connection } from './connection.ts';
import { observeRequest } from './observe-request.ts';
import { withTimeLimit } from './time-limit.ts';

interface Options {
  /** The budget in ms, a new token and the second try included. */
  limit: number;
  signal: AbortSignal;
  /** Sends the waiting window to Instead's page. */
  sendOff(url: string): Window;
  /** What the script tells its `request_cb`. */
  onResult(result: ScriptResult): void;
}

/** Hands a result to the script, which hands it to `request_cb`. */
export type Relay = (result: ScriptResult, origin: string) => void;

/** Has the script ask for a session and "open" its page (guide, step 4). Rejects with an InsteadError. */
export async function requestSession(connection: Connection, request: PayRequest, options: Options): Promise<Relay> {
  const { limit, signal, sendOff, onResult } = options;
  const startedAt = Date.now();
  const left = () => limit - (Date.now() - startedAt);
  let isTold = false;
  const request_cb = (result: unknown) => {
    const known = readScriptMessage(result);
    if (!known) return;
    isTold = true;
    onResult(known);
  };

  for (let isSecond = false; ; isSecond = true) {
    const realm = await withTimeLimit(connection.connect(), left(), signal);
    const { window } = realm;
    let isSentOff = false;
    realm.onOpen = (url) => {
      // Vendor: 1.0.1 opens its page whatever was answered, for the session `undefined` too.
      const session = window.INSTEAD?.session_id;
      if (signal.aborted || !session || typeof session === 'object') return null;
      isSentOff = true;
      return sendOff(url);
    };
    const session = observeRequest(realm, left(), () => window.INSTEAD?.requestPay({ ...request, request_cb }));
    // Vendor: 1.0.1 takes window.onmessage and believes every message on it. It is taken off at once; only what has been
    // checked reaches it.
    const handler = window.onmessage;
    window.onmessage = null;

    signal.addEventListener('abort', session.abort);
    const status = await session.status;
    signal.removeEventListener('abort', session.abort);
    realm.onOpen = null;

    if (isSentOff) {
      return (result, origin) => {
        isTold = false;
        try {
          handler?.call(window, new window.MessageEvent('message', { data: result, origin }));
        } catch {
          // Told below.
        }
        // The page may have thrown the script's frame out meanwhile. The result is not lost with it.
        if (!isTold) onResult(result);
      };
    }
    // No session was made with a token that has expired, so nothing is doubled by asking again.
    const isRefused = status === 401 || status === 403;
    if (!isRefused || isSecond || left() <= 0) {
      throw new InsteadError('session_failed', {
        detail: status ? `Instead answered ${status}.` : 'Instead did not answer in time, or could not be reached.',
      });
    }
    await connection.renewToken(realm, left());
  }
}

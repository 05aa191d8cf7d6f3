import { InsteadError } from '../errors.ts';
import { throwIfAborted, withTimeout } from '../payment/timeout.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import { interceptXhr } from './intercept-xhr.ts';
import type { ScriptFrame } from './script-frame.ts';

interface Options {
  /** The time-out in ms, which includes a new token and the second attempt. */
  limit: number;
  signal: AbortSignal;
  /** Navigates the popup to Instead's page. */
  navigate(url: string): void;
}

/** The script frame with its token. */
interface Source {
  connect(): Promise<ScriptFrame>;
  renewToken(frame: ScriptFrame): void;
}

/** Makes the script create a session and navigate the popup to its page (guide, step 4). Rejects with an `InsteadError`. */
export const createSession = (connection: Source, request: PayRequest, options: Options): Promise<void> =>
  withTimeout(options.limit, options.signal, async (signal) => {
    for (let isSecond = false; ; isSecond = true) {
      const frame = await connection.connect();
      throwIfAborted(signal);
      const { window } = frame;
      let hasNavigated = false;
      frame.onOpen = (url) => {
        // Quirk: 1.0.1 opens its page whatever the response was, even for the session `undefined`.
        const session = window.INSTEAD?.session_id;
        if (!session || typeof session === 'object') return;
        hasNavigated = true;
        options.navigate(url);
      };
      try {
        // Quirk: 1.0.1 calls `request_cb` without a check.
        const call = () => window.INSTEAD?.requestPay({ ...request, request_cb() {} });
        const responded = interceptXhr(frame, signal, call);
        // Quirk: 1.0.1 assigns window.onmessage and accepts messages from any sender. The handler is removed at once: it only
        // calls `request_cb` and draws on the page, and `popup-session` has checked messages for the shop's own.
        window.onmessage = null;
        const { status } = await responded;
        if (hasNavigated) return;
        // An expired token has created no session, so a second attempt duplicates nothing.
        if (isSecond || (status !== 401 && status !== 403)) throw new InsteadError('session_failed', { cause: status });
      } finally {
        // A late response opens nothing.
        frame.onOpen = null;
      }
      // Not awaited under this payment's signal: a payment that is cancelled meanwhile must not leave a frame without a token.
      connection.renewToken(frame);
    }
  });

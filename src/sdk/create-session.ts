import { InsteadError } from '../errors.ts';
import { throwIfAborted, withTimeout } from '../payment/timeout.ts';
import type { PayRequest } from '../protocol/pay-request.ts';
import type { ScriptResult } from '../protocol/script-message.ts';
import { interceptXhr } from './intercept-xhr.ts';
import type { ScriptFrame, ScriptWindow } from './script-frame.ts';

interface Options {
  /** The time-out in ms, which includes a new token and the second attempt. */
  limit: number;
  signal: AbortSignal;
  /** Navigates the popup to Instead's page. */
  navigate(url: string): Window;
  /** Called with what the script passes to its `request_cb`. */
  onResult(result: ScriptResult): void;
}

/** The script frame with its token. */
interface Source {
  connect(): Promise<ScriptFrame>;
  renewToken(frame: ScriptFrame): void;
}

/** Passes a result to the script, which passes it to `request_cb`. */
export type ForwardResult = (result: ScriptResult, origin: string) => void;

/** Makes the script create a session and navigate the popup to its page (guide, step 4). Rejects with an `InsteadError`. */
export const createSession = (connection: Source, request: PayRequest, options: Options): Promise<ForwardResult> =>
  withTimeout(options.limit, options.signal, async (signal) => {
    let hasResult = false;
    const request_cb = (result: ScriptResult) => {
      hasResult = true;
      options.onResult(result);
    };
    for (let isSecond = false; ; isSecond = true) {
      const frame = await connection.connect();
      throwIfAborted(signal);
      const { window } = frame;
      let hasNavigated = false;
      frame.onOpen = (url) => {
        // Quirk: 1.0.1 opens its page whatever the response was, even for the session `undefined`.
        const session = window.INSTEAD?.session_id;
        if (!session || typeof session === 'object') return null;
        hasNavigated = true;
        return options.navigate(url);
      };
      let handler: ScriptWindow['onmessage'];
      try {
        const responded = interceptXhr(frame, signal, () => window.INSTEAD?.requestPay({ ...request, request_cb }));
        // Quirk: 1.0.1 assigns window.onmessage and accepts messages from any sender. The handler is removed at once and only
        // receives checked messages.
        handler = window.onmessage;
        window.onmessage = null;
        const { status } = await responded;
        if (!hasNavigated) {
          // An expired token has created no session, so a second attempt duplicates nothing.
          if (isSecond || (status !== 401 && status !== 403))
            throw new InsteadError('session_failed', { cause: status });
          // Not awaited under this payment's signal: a payment that is cancelled meanwhile must not leave a frame without a token.
          connection.renewToken(frame);
          continue;
        }
      } finally {
        // A late response opens nothing.
        frame.onOpen = null;
      }

      return (data, origin) => {
        hasResult = false;
        try {
          handler?.call(window, new window.MessageEvent('message', { data, origin }));
        } catch {
          // Reported below.
        }
        // The page may have removed the script frame by now. The result is not lost with it.
        if (!hasResult) options.onResult(data);
      };
    }
  });

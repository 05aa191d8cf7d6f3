import { parseScriptMessage, type ScriptResult } from '../protocol/script-message.ts';

/**
 * Listens to the messages of the popup until the signal aborts. Each is checked by origin, then shape, then source: the source
 * comes last, because a message that passes the other checks may identify the popup of an earlier document. Events that a
 * script of the page has dispatched do not count: they can carry any source and origin, and getters that throw.
 *
 * Quirk: 1.0.1 accepts messages from any origin. It receives none: `create-session` removes its handler.
 */
export function listen(
  isSource: (source: MessageEventSource) => boolean,
  origin: string,
  onMessage: (message: ScriptResult) => void,
  signal: AbortSignal,
): void {
  const receive = (event: MessageEvent) => {
    if (!event.isTrusted || !event.source || event.origin !== origin) return;
    const message = parseScriptMessage(event.data);
    if (message && isSource(event.source)) onMessage(message);
  };
  window.addEventListener('message', receive, { signal });
}

import { parseScriptMessage, type ScriptResult } from '../protocol/script-message.ts';

/**
 * Listens to the messages of the popup. Each is checked by origin, then shape, then source: the source comes last, because a
 * message that passes the other checks may identify the popup of an earlier document. Events that a script of the page has
 * dispatched do not count: they can carry any source and origin, and getters that throw. Returns the cleanup function.
 *
 * Quirk: 1.0.1 accepts messages from any origin. It only receives checked ones.
 */
export function listen(
  isSource: (source: MessageEventSource) => boolean,
  origin: string,
  onMessage: (message: ScriptResult) => void,
): () => void {
  const receive = (event: MessageEvent) => {
    if (!event.isTrusted || !event.source || event.origin !== origin) return;
    const message = parseScriptMessage(event.data);
    if (message && isSource(event.source)) onMessage(message);
  };
  window.addEventListener('message', receive);
  return () => window.removeEventListener('message', receive);
}

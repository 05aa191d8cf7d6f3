import { parseScriptMessage, type ScriptResult } from '../protocol/script-message.ts';

/**
 * Hears what the payment window says, and nobody else: source, then origin, then shape. Nor an event that another script of
 * the page has made: it may carry any source and any origin, and getters that throw.
 *
 * Quirk: 1.0.1 asks nobody where a message came from. Only checked ones reach it.
 */
export function listen(
  isSource: (source: MessageEventSource) => boolean,
  origin: string,
  onMessage: (message: ScriptResult, event: MessageEvent) => void,
): () => void {
  const hear = (event: MessageEvent) => {
    if (!event.isTrusted || !event.source || !isSource(event.source) || event.origin !== origin) return;
    const message = parseScriptMessage(event.data);
    if (message) onMessage(message, event);
  };
  window.addEventListener('message', hear);
  return () => window.removeEventListener('message', hear);
}

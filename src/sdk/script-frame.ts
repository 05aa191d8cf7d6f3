/** The frame's window, as far as we deal with it. */
export interface ScriptWindow extends Window {
  INSTEAD?: {
    init(clientId: string): void;
    requestPay(input: unknown): void;
    access_token?: string;
    session_id?: unknown;
  };
  API?: string;
  XMLHttpRequest: typeof XMLHttpRequest;
  MessageEvent: typeof MessageEvent;
  console: Console;
}

/** A window of the script's own, where it may do as it likes. */
export interface ScriptFrame {
  readonly window: ScriptWindow;
  /** Where the script's own `window.open` goes. `null`: nowhere. */
  onOpen: ((url: string) => Window | null) | null;
  isAlive(): boolean;
  remove(): void;
}

/**
 * Makes a hidden same-origin frame for the script, so that the page never meets it. Nothing has to be put back: what the
 * script changes goes away with the frame.
 */
export async function createScriptFrame(signal: AbortSignal): Promise<ScriptFrame> {
  const frame = document.createElement('iframe');
  // By CSSOM, and important: a shop's `iframe { display: block }` must not bring it to light. No inline style, so no CSP report.
  frame.style.setProperty('display', 'none', 'important');
  frame.srcdoc = toTrustedHtml('<!doctype html><meta charset="utf-8">');
  const loaded = new Promise<unknown>((resolve) => (frame.onload = resolve));
  (document.body ?? document.documentElement).append(frame);
  const remove = () => frame.remove();
  signal.addEventListener('abort', remove);
  await loaded;

  const window = frame.contentWindow as ScriptWindow | null;
  const { contentDocument } = frame;
  // A page in a sandbox without allow-same-origin has frames that it may not look into.
  if (!window || !contentDocument) {
    remove();
    throw new Error('The page may not look into its own frame');
  }
  const realm: ScriptFrame = {
    window,
    onOpen: null,
    // A frame that was taken out has no document, one that was loaded anew another. Its window would not tell.
    isAlive: () => frame.contentDocument === contentDocument,
    remove,
  };
  // Quirk: 1.0.1 opens its window after a round trip, when the click is spent. Ours is open already; its wish is sent there.
  window.open = (url) => realm.onOpen?.(String(url)) ?? null;
  // Quirk: 1.0.1 alerts instead of answering, and logs every result.
  window.alert = () => {};
  window.console.log = () => {};
  // Quirk: 1.0.1 lets a garbled answer throw inside its own callback. What that leaves undone is what we look at.
  window.addEventListener('error', (event) => event.preventDefault());
  return realm;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML?: (text: string) => string; createScriptURL?: (text: string) => string },
  ): {
    createHTML(text: string): string;
    createScriptURL(text: string): string;
  };
}
type TrustedPolicy = ReturnType<TrustedTypes['createPolicy']>;
let policy: TrustedPolicy | undefined;

/** Under `require-trusted-types-for 'script'` strings are refused. The page allows us with `trusted-types react-instead-pay`. */
function trusted(): TrustedPolicy | undefined {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('react-instead-pay', {
    createHTML: (text) => text,
    createScriptURL: (text) => text,
  });
  return policy;
}

const toTrustedHtml = (text: string) => trusted()?.createHTML(text) ?? text;

export const toTrustedScriptUrl = (text: string) => trusted()?.createScriptURL(text) ?? text;

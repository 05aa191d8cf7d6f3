import { errorMessage } from '../errors.ts';

/** The part of the script frame's window that is used. */
export interface ScriptWindow extends Window {
  INSTEAD?: {
    init(clientId: string): void;
    requestPay(input: unknown): void;
    access_token?: string;
    session_id?: unknown;
  };
  API?: string;
  XMLHttpRequest: typeof XMLHttpRequest;
  console: Console;
}

/** The hidden frame in which the script runs. */
export interface ScriptFrame {
  readonly window: ScriptWindow;
  /** Called for the script's `window.open`. `null`: the call does nothing. */
  onOpen: ((url: string) => void) | null;
  isAlive(): boolean;
  remove(): void;
}

/**
 * Creates a hidden same-origin frame for the script, so that it never touches the page. Nothing has to be restored: what the
 * script changes is removed with the frame.
 */
export async function createScriptFrame(signal: AbortSignal): Promise<ScriptFrame> {
  const iframe = document.createElement('iframe');
  // By CSSOM, and important: a shop's `iframe { display: block }` must not show it. No inline style, so no CSP report.
  iframe.style.setProperty('display', 'none', 'important');
  // Not empty: Chromium 156 does not load a script into such a frame if a preload of it is still waiting for the server.
  iframe.srcdoc = toTrustedHtml('<!doctype html><meta charset="utf-8">');
  const loaded = new Promise<unknown>((resolve) => (iframe.onload = resolve));
  (document.body ?? document.documentElement).append(iframe);
  const remove = () => iframe.remove();
  signal.addEventListener('abort', remove);
  await loaded;

  const window = iframe.contentWindow as ScriptWindow | null;
  const { contentDocument } = iframe;
  // A page in a sandbox without allow-same-origin cannot access its own frames.
  if (!window || !contentDocument) {
    remove();
    throw new Error(errorMessage('no_frame'));
  }
  const frame: ScriptFrame = {
    window,
    onOpen: null,
    // A removed frame has no document, and a reloaded one has another. Its window does not change.
    isAlive: () => iframe.contentDocument === contentDocument,
    remove,
  };
  // Quirk: 1.0.1 opens its popup after a round trip, when the user activation is used up. The popup is open already; it is
  // navigated to the address.
  window.open = (url) => {
    frame.onOpen?.(String(url));
    return null;
  };
  // Quirk: 1.0.1 calls alert without a token, and logs every result.
  window.alert = () => {};
  window.console.log = () => {};
  // Quirk: 1.0.1 throws inside its own callback on an invalid response. The missing token or session is checked afterwards.
  window.addEventListener('error', (event) => event.preventDefault());
  return frame;
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

/** `require-trusted-types-for 'script'` refuses strings. The page allows this policy with `trusted-types react-instead-pay`. */
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

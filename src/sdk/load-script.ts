import { errorMessage } from '../errors.ts';
import { backoffTime, wait, withTimeout } from '../payment/timeout.ts';
import { createScriptFrame, toTrustedScriptUrl, type ScriptFrame } from './script-frame.ts';
import type { ScriptSource } from '../protocol/script-source.ts';

const ROUNDS = 3;

/** Loads the script into a script frame: each address in turn, up to three rounds, within `budget` ms. */
export const loadScript = (source: ScriptSource, budget: number, outer: AbortSignal): Promise<ScriptFrame> =>
  withTimeout(budget, outer, async (signal) => {
    let cause: unknown;
    for (let round = 0; round < ROUNDS; round++) {
      if (round) await wait(backoffTime(round), signal);
      for (const address of source.addresses) {
        try {
          // An address that does not respond gives way to the next. Each attempt has its own frame: a late response must not
          // replace the script that is in use.
          return await withTimeout(budget / 3, signal, (signal) => loadOnce(address, source, signal));
        } catch (error) {
          cause = error;
        }
      }
    }
    throw cause;
  });

async function loadOnce(
  address: string,
  { integrity, nonce }: ScriptSource,
  signal: AbortSignal,
): Promise<ScriptFrame> {
  const frame = await createScriptFrame(signal);
  const { document } = frame.window;
  const script = document.createElement('script');
  script.src = toTrustedScriptUrl(address);
  if (integrity) script.integrity = integrity;
  // Without CORS the browser could not check the hash.
  script.crossOrigin = 'anonymous';
  if (nonce) script.nonce = nonce;
  await new Promise((resolve) => {
    script.onload = script.onerror = resolve;
    document.head.append(script);
  });
  if (!frame.window.INSTEAD) throw new Error(`${address} ${errorMessage('no_script')}`);
  return frame;
}

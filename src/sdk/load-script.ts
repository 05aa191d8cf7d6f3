import { createScriptFrame, toTrustedScriptUrl, type ScriptFrame } from './script-frame.ts';
import type { ScriptSource } from './script-source.ts';
import { backoff, withTimeout } from './timeout.ts';

const ROUNDS = 3;

/** Loads the script into a realm: the addresses in turn, up to three rounds, all within the budget (ms). */
export const loadScript = (source: ScriptSource, budget: number, outer: AbortSignal): Promise<ScriptFrame> =>
  withTimeout(budget, outer, async (signal) => {
    let cause: unknown;
    for (let round = 0; round < ROUNDS; round++) {
      if (round) await backoff(round, signal);
      for (const address of source.addresses) {
        try {
          // One that does not answer gives way to the next. Each try has a realm of its own: an answer that comes too late
          // must not replace the script that is in use.
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
  const realm = await createScriptFrame(signal);
  const { document } = realm.window;
  const script = document.createElement('script');
  script.src = toTrustedScriptUrl(address);
  if (integrity) script.integrity = integrity;
  // Without CORS the browser could not check the hash.
  script.crossOrigin = 'anonymous';
  if (nonce) script.nonce = nonce;
  await new Promise<void>((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load, or is not what its hash says`));
    document.head.append(script);
  });
  if (!realm.window.INSTEAD) throw new Error(`${address} is another script`);
  return realm;
}

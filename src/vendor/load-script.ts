import { InsteadError } from '../errors.ts';
import { createRealm, toTrustedScriptUrl, type Realm } from './realm.ts';
import type { ScriptSource } from './script-source.ts';
import { backOff, withTimeLimit } from './time-limit.ts';

const ROUNDS = 3;

/** Loads the script into a realm: the addresses in turn, up to three rounds, all within the budget (ms). */
export async function loadScript(source: ScriptSource, budget: number, signal: AbortSignal): Promise<Realm> {
  const startedAt = Date.now();
  const left = () => budget - (Date.now() - startedAt);
  let cause: unknown;

  for (let round = 0; round < ROUNDS && left() > 0; round++) {
    if (round > 0) await withTimeLimit(backOff(round, signal), left(), signal).catch(giveWay);
    for (const address of source.addresses) {
      if (left() <= 0) break;
      // Each try has a realm of its own: an answer that comes too late must not replace the script that is in use.
      const attempt = new AbortController();
      const abort = () => attempt.abort();
      signal.addEventListener('abort', abort);
      try {
        const limit = Math.min(budget / 3, left());
        return await withTimeLimit(loadOnce(address, source, attempt.signal), limit, signal);
      } catch (error) {
        cause = error;
        attempt.abort();
        giveWay();
      } finally {
        signal.removeEventListener('abort', abort);
      }
    }
  }
  throw new InsteadError('sdk_load_failed', { cause, detail: `Given up after ${Date.now() - startedAt} ms.` });

  function giveWay() {
    if (signal.aborted) throw new InsteadError('disposed');
  }
}

async function loadOnce(address: string, { integrity, nonce }: ScriptSource, signal: AbortSignal): Promise<Realm> {
  const realm = await createRealm(signal);
  const { document } = realm.window;
  const script = document.createElement('script');
  script.src = toTrustedScriptUrl(address);
  if (integrity) script.integrity = integrity;
  // Without CORS the browser could not check the hash.
  script.crossOrigin = 'anonymous';
  if (nonce) script.nonce = nonce;
  await new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () =>
      reject(new Error(`${address} could not be loaded, or is not what its hash says.`)),
    );
    document.head.append(script);
  });
  if (!realm.window.INSTEAD) throw new Error(`${address} was loaded, but it is not Instead's script.`);
  return realm;
}

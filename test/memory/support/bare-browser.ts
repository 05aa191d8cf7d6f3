import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fullChromium } from '../../support/chromium.ts';

interface Answer {
  id?: number;
  result?: Record<string, unknown>;
  error?: { message: string };
}

/**
 * Chromium, driven by the DevTools protocol directly. Playwright attaches to each popup, which takes longer than the payment
 * in it and retains memory for each: both would distort the measurement.
 */
export async function launchBareBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-'));
  const child = spawn(
    fullChromium.executablePath!,
    [
      ...fullChromium.args!,
      '--headless',
      '--no-sandbox',
      '--remote-debugging-pipe',
      `--user-data-dir=${folder}`,
      // One click may not open two thousand popups with the blocker on.
      '--disable-popup-blocking',
      // The page is in the background, but its timers must not be throttled.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      // The optimized code of a long-running page is on the same heap, and is no leak.
      '--js-flags=--no-opt --no-maglev --no-sparkplug',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const input = child.stdio[3] as Writable;
  const output = child.stdio[4] as Readable;
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let events = '';
  output.setEncoding('utf8');
  output.on('data', (chunk: string) => {
    const messages = (events + chunk).split('\0');
    events = messages.pop()!;
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });

  /** Sends one command of the DevTools protocol. */
  async function send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  return {
    /** Opens a page in a new browser context. */
    async open(url: string) {
      const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext');
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url, browserContextId });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      const tell = <T>(method: string, params?: object) => send<T>(method, params, sessionId);
      return {
        tell,
        /** Evaluates JavaScript in the page and awaits its promise. */
        async evaluate<T>(expression: string): Promise<T> {
          const { result, exceptionDetails } = await tell<{
            result: { value: T };
            exceptionDetails?: { exception?: { description?: string } };
          }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
          if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
          return result.value;
        },
        async countWindows() {
          const { targetInfos } = await send<{ targetInfos: { type: string; browserContextId: string }[] }>(
            'Target.getTargets',
          );
          return targetInfos.filter((info) => info.type === 'page' && info.browserContextId === browserContextId)
            .length;
        },
      };
    },
    async close() {
      const gone = once(child, 'exit');
      // Closed by command rather than killed: then its other processes exit first, and none writes into the folder any more.
      void send('Browser.close');
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

export type BarePage = Awaited<ReturnType<Awaited<ReturnType<typeof launchBareBrowser>>['open']>>;

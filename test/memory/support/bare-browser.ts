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
 * Chromium, spoken to by its own protocol alone. Playwright attaches to each window that opens, which takes longer than the
 * payment in it and keeps something of each: neither may be measured here.
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
      // Two thousand windows in a row are more than one click may open.
      '--disable-popup-blocking',
      // Nobody looks at this page, but it must not sleep.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      // What the compiler makes of a page that has long been running lies on the same heap, and is no leak.
      '--js-flags=--no-opt --no-maglev --no-sparkplug',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const mouth = child.stdio[3] as Writable;
  const ear = child.stdio[4] as Readable;
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  let events = '';
  ear.setEncoding('utf8');
  ear.on('data', (chunk: string) => {
    const messages = (events + chunk).split('\0');
    events = messages.pop()!;
    for (const message of messages) {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    }
  });

  /** One command of the browser's own protocol. */
  async function send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++lastId;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    mouth.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    const { result, error } = await answered;
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  return {
    /** Opens a page in a profile of its own. */
    async open(url: string) {
      const { browserContextId } = await send<{ browserContextId: string }>('Target.createBrowserContext');
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url, browserContextId });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      const tell = <T>(method: string, params?: object) => send<T>(method, params, sessionId);
      return {
        tell,
        /** Runs JavaScript in the page, and waits for what it promises. */
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
      // Asked, and not killed: then its other processes have gone before it, and nobody writes into the folder any more.
      void send('Browser.close');
      await gone;
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

export type BarePage = Awaited<ReturnType<Awaited<ReturnType<typeof launchBareBrowser>>['open']>>;

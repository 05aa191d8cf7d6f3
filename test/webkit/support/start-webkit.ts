import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { lookForWebkit } from '../../../scripts/find-webkit.js';

/** WebKitGTK on a virtual display, with its popup blocker on. WebDriver can drive it; Playwright cannot. */
export async function startWebkit() {
  const webkit = lookForWebkit();
  if (!webkit) throw new Error('There is no WebKitGTK here, or no driver or display for it.');
  // Xvfb chooses a free display number and writes it to this descriptor.
  const screen = spawn(webkit.display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11' };
  const drivers = new Set<ChildProcess>();

  async function open(): Promise<WebDriver> {
    const port = await freePort();
    const server = `http://127.0.0.1:${port}`;
    // One driver for each browser: a driver whose browser failed to start accepts no other session.
    const child = spawn(webkit!.driver, [`--port=${port}`], { env, stdio: 'ignore' });
    drivers.add(child);
    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit!.browser, args: ['--automation'] },
    });
    try {
      const start = async () => {
        await until(async () => (await fetch(`${server}/status`)).ok);
        return new Builder().usingServer(server).withCapabilities(capabilities).build();
      };
      const driver = await inWindow(15_000, start());
      // The default is five minutes: a test would time out without a message.
      await driver.manage().setTimeouts({ pageLoad: 15_000, script: 15_000 });
      return driver;
    } catch (error) {
      stop(child);
      throw error;
    }
  }

  function stop(child: ChildProcess) {
    drivers.delete(child);
    child.kill();
  }

  return {
    /**
     * Opens a browser with an empty profile. Sometimes none starts, so it tries again; no page is loaded yet that could be
     * at fault.
     */
    open: () => open().catch(open),
    close() {
      for (const child of drivers) stop(child);
      screen.kill();
    },
  };
}

/** Rejects when the promise takes longer, in ms. */
async function inWindow<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No browser within ${limit} ms`)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 50));
}

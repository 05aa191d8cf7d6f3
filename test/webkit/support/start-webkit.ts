import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { lookForWebkit } from '../../../scripts/find-webkit.js';

/** WebKitGTK on a display of its own, with its popup blocker on. Playwright cannot drive it; WebDriver can. */
export async function startWebkit() {
  const webkit = lookForWebkit();
  if (!webkit) throw new Error('There is no WebKitGTK here, or no driver or display for it.');
  const started: ChildProcess[] = [];
  const close = () => started.reverse().forEach((child) => child.kill());
  try {
    // Asked to choose a free number itself, it writes it down.
    const screen = spawn(webkit.display, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    started.push(screen);
    const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];

    const port = await freePort();
    const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, GDK_BACKEND: 'x11' };
    started.push(spawn(webkit.driver, [`--port=${port}`], { env, stdio: 'ignore' }));
    const server = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${server}/status`)).ok);

    const capabilities = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    });
    return {
      /** A window of a browser that knows nothing of the last one. */
      async open(): Promise<WebDriver> {
        const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
        // Five minutes otherwise: a test would end before it could say what it waits for.
        await driver.manage().setTimeouts({ pageLoad: 15_000, script: 15_000 });
        return driver;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
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

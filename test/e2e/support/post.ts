import type { Frame, Page } from 'playwright';

/**
 * Posts messages from a window or frame to the shop's page, and resolves when the page has processed them. Messages of one
 * sender arrive in order, so waiting for the last one is enough.
 */
export async function post(
  page: Page,
  sender: Page | Frame,
  to: 'parent' | 'opener',
  messages: unknown[],
): Promise<void> {
  await page.evaluate(() => {
    window.lastMessageReceived = new Promise((resolve) => {
      window.addEventListener('message', function hear({ data }) {
        if (data !== 'the last one') return;
        window.removeEventListener('message', hear);
        resolve();
      });
    });
  });
  await sender.evaluate(
    ({ to, messages }) => {
      const target = (to === 'opener' ? window.opener : window.parent) as Window;
      for (const message of [...messages, 'the last one']) target.postMessage(message, '*');
    },
    { to, messages },
  );
  await page.evaluate(() => window.lastMessageReceived);
}

/** Adds a frame to the page and returns it once it is loaded. */
export async function addFrame(page: Page, address: string): Promise<Frame> {
  await page.evaluate(
    (src) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.onload = () => resolve();
        document.body.append(frame);
      }),
    address,
  );
  return page.frames().at(-1)!;
}

import type { Frame, Page } from 'playwright';

/** Posts messages (each is JavaScript), and resolves when they have been processed. */
export type PostMessages = (messages: readonly string[]) => Promise<void>;

/**
 * Posts messages from a window or frame to another, which the sender names `target`. Resolves when the receiver has
 * processed them: messages of one sender arrive in order, so waiting for the last one is enough.
 */
export async function postMessages(
  sender: Page | Frame,
  target: string,
  receiver: Page | Frame,
  messages: readonly string[],
) {
  await receiver.evaluate(() => {
    window.lastMessageReceived = new Promise((resolve) => {
      window.addEventListener('message', function listen({ data }) {
        if (data !== 'the last one') return;
        window.removeEventListener('message', listen);
        resolve();
      });
    });
  });
  await sender.evaluate(postEach(messages, (message) => `(${target}).postMessage(${message}, '*')`));
  await receiver.evaluate(() => window.lastMessageReceived);
}

/** JavaScript that posts each message, followed by the last one. */
export const postEach = (messages: readonly string[], post: (message: string) => string) =>
  [...messages, `'the last one'`].map((message) => `${post(message)};`).join('\n');

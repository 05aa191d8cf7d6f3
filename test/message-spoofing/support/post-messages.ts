import type { Frame, Page } from 'playwright';

/** Posts messages (each is JavaScript), and resolves when they have been processed. */
export type PostMessages = (words: readonly string[]) => Promise<void>;

/**
 * Posts messages from a window or frame to another, which the sender names `target`. Resolves when the receiver has
 * processed them: messages of one sender arrive in order, so waiting for the last one is enough.
 */
export async function postMessages(
  speaker: Page | Frame,
  target: string,
  hearer: Page | Frame,
  words: readonly string[],
) {
  await hearer.evaluate(() => {
    window.lastMessageReceived = new Promise((resolve) => {
      window.addEventListener('message', function hear({ data }) {
        if (data !== 'the last one') return;
        window.removeEventListener('message', hear);
        resolve();
      });
    });
  });
  await speaker.evaluate(sayEach(words, (word) => `(${target}).postMessage(${word}, '*')`));
  await hearer.evaluate(() => window.lastMessageReceived);
}

/** JavaScript that posts each message, followed by the last one. */
export const sayEach = (words: readonly string[], say: (word: string) => string) =>
  [...words, `'the last one'`].map((word) => `${say(word)};`).join('\n');

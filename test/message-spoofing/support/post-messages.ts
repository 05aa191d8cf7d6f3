import type { Frame, Page } from 'playwright';

/** Says words (JavaScript, each) as somebody, and resolves when they have been dealt with. */
export type PostMessages = (words: readonly string[]) => Promise<void>;

/**
 * Says words from a window or frame to another, `target` as the speaker calls it, and resolves when the hearer has dealt
 * with them: messages of one sender arrive in their order, and the last one is waited for.
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

/** JavaScript that says each word, and at last that it was the last. */
export const sayEach = (words: readonly string[], say: (word: string) => string) =>
  [...words, `'the last one'`].map((word) => `${say(word)};`).join('\n');

import type { Page } from 'playwright';
import type { Focused, ScreenReader } from './screen-reader.ts';

/** One key, and what came of it. */
export interface Step {
  /** `null`: nobody pressed a key, something happened. */
  key: string | null;
  focus: Focused;
  announced: string[];
}

export interface Section {
  /** Whose page it is, and what happens there. */
  title: string;
  steps: Step[];
}

// What differs from run to run.
const VARIABLES: readonly [pattern: RegExp, name: string][] = [
  [/order-[0-9a-f-]{36}/g, '{order}'],
  [/instead_[0-9a-f]{32}/g, '{payment}'],
  [/\d{1,2}월 \d{1,2}일 \d{2}:\d{2}/g, '{time}'],
  [/\d{1,2} [A-Z][a-z]{2}, \d{2}:\d{2} KST/g, '{time}'],
];

/** Walks through a page by the keyboard, and writes down what a screen reader would say at each step. */
export function createWalk(page: Page, reader: ScreenReader, section: Section) {
  async function record(key: string | null, until?: () => Promise<unknown>): Promise<Focused> {
    await until?.();
    const [focus, announced] = [mask(await reader.readFocus()), mask(await reader.takeAnnounced())];
    section.steps.push({ key, focus, announced });
    return focus;
  }
  return {
    /** Presses a key. `until` resolves when everything that the key has caused has happened. */
    async press(key: string, until?: () => Promise<unknown>): Promise<Focused> {
      await page.keyboard.press(key);
      return record(key, until);
    },
    /** Types a text, as one step. */
    async type(text: string): Promise<void> {
      await page.keyboard.type(text);
      await record(text);
    },
    /** Waits for something that nobody at this page has caused. */
    wait: (until: () => Promise<unknown>) => record(null, until),
    /** Presses Tab until something has the focus. At most as often as a page can have stops. */
    async tabTo(name: RegExp): Promise<void> {
      for (let count = 0; count < 40; count++) {
        if (name.test((await this.press('Tab')).name)) return;
      }
      throw new Error(`Tab does not reach ${String(name)}.`);
    },
  };
}

function mask<Value>(value: Value): Value {
  const text = VARIABLES.reduce((masked, [pattern, name]) => masked.replace(pattern, name), JSON.stringify(value));
  return JSON.parse(text) as Value;
}

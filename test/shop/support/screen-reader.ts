// Long because one recorder has two halves: what is installed in the page, and what reads it.
import type { BrowserContext, CDPSession, Page } from 'playwright';

/** What has the focus, as Chromium's accessibility tree has it. */
export interface Focused {
  role: string;
  name: string;
  description?: string;
  /** `invalid`, `disabled`, `busy`, `current: page` …: what a screen reader adds. */
  states?: string[];
  /** The name of the dialog that it is in. */
  dialog?: string;
}

export interface ScreenReader {
  /** Returns what live regions have announced since the last call, in order. */
  takeAnnounced(): Promise<string[]>;
  /** Returns what has the focus now. */
  readFocus(): Promise<Focused>;
  /** Resolves when a text was announced. It is left in the list. */
  waitFor(text: string | RegExp): Promise<void>;
}

declare global {
  interface Window {
    announced: string[];
  }
}

const listening = new WeakSet<BrowserContext>();

/**
 * Installs a recorder of live regions into every document that the page opens from now on, and those of its popups.
 *
 * It is as strict as a screen reader: a region that comes into the tree with its text, or that was not rendered before, announces
 * nothing; nor does one outside of an open modal dialog.
 */
export async function listen(page: Page): Promise<ScreenReader> {
  if (!listening.has(page.context())) await page.context().addInitScript(recordLiveRegions);
  listening.add(page.context());
  const session = await page.context().newCDPSession(page);
  return {
    takeAnnounced: () => page.evaluate(() => (window.announced ?? []).splice(0)),
    readFocus: () => readFocus(page, session),
    async waitFor(text) {
      const source = typeof text === 'string' ? text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : text.source;
      await page.waitForFunction((wanted) => window.announced?.some((each) => new RegExp(wanted).test(each)), source);
    },
  };
}

/** Runs in the page. */
function recordLiveRegions(): void {
  if (window.top !== window) return;
  const REGION = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"], [role="log"], output';
  // The regions that were in the tree and rendered at the last look.
  let known = new Set<Element>();
  window.announced = [];

  const isReceived = (region: Element) => {
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    return region.checkVisibility() && (!modal || modal.contains(region)) && !region.closest('[aria-hidden="true"]');
  };
  const textOf = (region: Element) => {
    const copy = region.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll('[aria-hidden="true"], [hidden]')) silent.remove();
    for (const block of copy.querySelectorAll('p, div, strong, br')) block.append(' ');
    const text = (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
    const label = region.getAttribute('aria-label');
    return text && label ? `${label} ${text}` : text;
  };
  // Not in shadow trees: there Next announces the title of a page, at a moment that varies.
  const findRegions = () => [...document.querySelectorAll(REGION)];
  const onChange = (records: readonly MutationRecord[]) => {
    const regions = findRegions();
    const changed = new Set<Element>();
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = regions.find((each) => each === element || each.contains(target));
      if (region) changed.add(region);
    }
    for (const region of changed) {
      const text = textOf(region);
      if (text && known.has(region) && isReceived(region)) window.announced.push(text);
    }
    known = new Set(regions.filter((region) => region.checkVisibility()));
  };
  new MutationObserver(onChange).observe(document, { childList: true, characterData: true, subtree: true });
}

interface AxValue {
  value?: string | number | boolean;
}

interface AxNode {
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

async function readNode(session: CDPSession, expression: string): Promise<AxNode | undefined> {
  const { result } = await session.send('Runtime.evaluate', { expression });
  if (!result.objectId) return undefined;
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return nodes[0];
}

const text = (value?: AxValue): string =>
  String(value?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();

async function readFocus(page: Page, session: CDPSession): Promise<Focused> {
  // Nothing has the focus: a screen reader announces the title of a page that was opened.
  if (await page.evaluate(() => document.activeElement === document.body)) {
    return { role: 'page', name: await page.title() };
  }
  const node = await readNode(session, 'document.activeElement');
  const dialog = await readNode(
    session,
    "document.activeElement.parentElement?.closest('dialog, [role=dialog], [role=alertdialog]')",
  );
  const states = (node?.properties ?? []).flatMap(({ name, value }) => nameState(name, value.value));
  const current = await page.evaluate(() => document.activeElement?.getAttribute('aria-current'));
  if (current) states.push(`current: ${current}`);
  const description = text(node?.description);
  return {
    role: text(node?.role),
    name: text(node?.name),
    ...(description && { description }),
    ...(states.length > 0 && { states }),
    ...(dialog && { dialog: text(dialog.name) }),
  };
}

function nameState(name: string, value: unknown): string[] {
  if (['disabled', 'busy', 'modal', 'required'].includes(name)) return value === true ? [name] : [];
  if (name === 'invalid') return value === 'true' || value === true ? ['invalid'] : [];
  if (name === 'expanded' || name === 'pressed' || name === 'checked') return [`${name}: ${String(value)}`];
  return [];
}

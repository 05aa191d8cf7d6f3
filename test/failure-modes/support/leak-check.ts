/** What is on the page besides its own markup. */
export interface LeakReport {
  /** The listeners on window and document. */
  listeners: string[];
  timers: string[];
  /** The timers of a second or more: the time-out of a finished step, if it was not cleared. */
  longTimers: string[];
  overlays: number;
  frames: number;
  /** The children of the body. */
  nodes: string[];
  /** The library's keys in sessionStorage. */
  storageKeys: string[];
  /** Unhandled rejections, and calls of console.error and console.warn. */
  consoleLines: string[];
}

declare global {
  interface Window {
    leaks: () => LeakReport;
  }
}

/** Records the page from before its first script. It is serialized into the page, so it uses nothing from outside itself. */
export function recordLeaks(): void {
  // It also runs in frames and popups, where it stops: what the script does there disappears with them.
  if (window !== window.top || window.opener) return;
  const consoleLines: string[] = [];
  window.addEventListener('unhandledrejection', ({ reason }) => void consoleLines.push(`unhandled: ${String(reason)}`));
  for (const method of ['error', 'warn'] as const) {
    console[method] = (...messages: unknown[]) => void consoleLines.push(messages.map(String).join(' '));
  }

  type Entry = { target: EventTarget; type: string; listener: unknown; isCapture: boolean };
  let entries: Entry[] = [];
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const toEntry = (target: EventTarget, type: string, listener: unknown, options: unknown): Entry => ({
    target,
    type,
    listener,
    isCapture: typeof options === 'object' ? !!(options as AddEventListenerOptions | null)?.capture : !!options,
  });
  const isSame = (a: Entry, b: Entry) =>
    a.target === b.target && a.type === b.type && a.listener === b.listener && a.isCapture === b.isCapture;
  const drop = (entry: Entry) => void (entries = entries.filter((each) => !isSame(each, entry)));
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    if (listener && (target === window || target === document)) {
      const entry = toEntry(target, type, listener, options);
      drop(entry);
      entries.push(entry);
      const { once, signal } = typeof options === 'object' ? options : {};
      if (once) addEventListener.call(target, type, () => drop(entry), { once, capture: entry.isCapture });
      if (signal) addEventListener.call(signal, 'abort', () => drop(entry), { once: true });
    }
    addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
    const target = this ?? window;
    drop(toEntry(target, type, listener, options));
    removeEventListener.call(target, type, listener, options);
  };

  const timers = new Map<number, { name: string; ms: number }>();
  const { setTimeout, setInterval, clearTimeout } = window;
  const caller = () => new Error().stack?.split('\n')[3]?.trim() ?? '';
  type Start = (run: TimerHandler, ms?: number, ...rest: unknown[]) => number;
  const start =
    (name: string, begin: Start, isOnce: boolean): Start =>
    (run, ms, ...rest) => {
      const id = begin(() => {
        if (isOnce) timers.delete(id);
        (run as (...messages: unknown[]) => void)(...rest);
      }, ms);
      timers.set(id, { name: `${name} ${ms ?? 0} ${caller()}`, ms: ms ?? 0 });
      return id;
    };
  const stop = (id: number | undefined) => {
    timers.delete(id as number);
    clearTimeout(id);
  };
  Object.assign(window, {
    setTimeout: start('timeout', setTimeout as Start, true),
    setInterval: start('interval', setInterval as Start, false),
    clearTimeout: stop,
    clearInterval: stop,
  });

  window.leaks = () => ({
    listeners: entries.map(({ target, type }) => `${target === window ? 'window' : 'document'} ${type}`).sort(),
    timers: [...timers.values()].map(({ name }) => name),
    longTimers: [...timers.values()].filter(({ ms }) => ms >= 1_000).map(({ name }) => name),
    overlays: document.querySelectorAll('dialog, #blocker').length,
    frames: document.querySelectorAll('iframe').length,
    nodes: [...document.body.children].map(({ tagName, id }) => `${tagName} ${id}`),
    storageKeys: Object.keys(sessionStorage).filter((key) => key.startsWith('react-instead-pay')),
    consoleLines,
  });
}

import type { BarePage } from './bare-browser.ts';

/** JavaScript that runs before the page's own and counts its pending timers. The browser reports everything else. */
export const COUNT_TIMERS = `{
  const timers = window.timers = new Set();
  const { setTimeout: later, setInterval: often, clearTimeout: forget, clearInterval: stop } = window;
  window.setTimeout = (work, ...rest) => {
    const id = later((...given) => { timers.delete(id); work(...given); }, ...rest);
    timers.add(id);
    return id;
  };
  window.setInterval = (...given) => {
    const id = often(...given);
    timers.add(id);
    return id;
  };
  window.clearTimeout = (id) => { timers.delete(id); forget(id); };
  window.clearInterval = (id) => { timers.delete(id); stop(id); };
}`;

const COUNT = `({
  timers: timers.size,
  frames: window.length,
  elements: document.querySelectorAll('*').length,
  records: sessionStorage.length,
})`;

/** What a page holds after garbage collection: bytes, and everything that can be counted. */
export async function measure(page: BarePage) {
  // What one collection frees may keep other objects alive.
  for (let round = 0; round < 3; round++) await page.tell('HeapProfiler.collectGarbage');
  const { usedSize } = await page.tell<{ usedSize: number }>('Runtime.getHeapUsage');
  const { jsEventListeners, nodes, documents } = await page.tell<Record<string, number>>('Memory.getDOMCounters');
  const own = await page.evaluate<Record<string, number>>(COUNT);
  const counts = { listeners: jsEventListeners, nodes, documents, windows: await page.countWindows(), ...own };
  return { heap: usedSize, counts };
}

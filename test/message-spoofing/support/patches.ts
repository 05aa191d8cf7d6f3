/** What other scripts do to a page before the library is loaded, each with its effect. */

interface Patch {
  what: string;
  /** JavaScript, run before the app. */
  patch: string;
}

const onOpen = (body: string) => `{ const open = window.open.bind(window); window.open = (...given) => { ${body} }; }`;

const onListen = (body: string, target = 'EventTarget.prototype') =>
  `{ const add = EventTarget.prototype.addEventListener; ${target}.addEventListener = function (type, listener, options) { ${body} }; }`;

const RESPECTFUL_PROXY = `new Proxy(target, {
  get(target, key) { const value = target[key]; return typeof value === 'function' ? value.bind(target) : value; },
})`;

export const WORKING: readonly Patch[] = [
  { what: 'window.open is counted by an analytics script', patch: onOpen('window.opens = 1; return open(...given);') },
  { what: 'window.open is given no features, so that a tab opens', patch: onOpen('return open(given[0], given[1]);') },
  {
    what: 'window.open returns a proxy of the window',
    patch: onOpen(`const target = open(...given); return ${RESPECTFUL_PROXY};`),
  },
  { what: 'postMessage throws', patch: `window.postMessage = () => { throw new Error('no'); };` },
  { what: 'postMessage does nothing', patch: `window.postMessage = () => {};` },
  {
    what: 'addEventListener and removeEventListener are wrapped as by zone.js',
    patch: `{
      const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
      const tasks = new WeakMap();
      const toTask = (listener) => {
        if (typeof listener !== 'function') return listener;
        if (!tasks.has(listener)) tasks.set(listener, function (event) { return listener.call(this, event); });
        return tasks.get(listener);
      };
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        return add.call(this, type, toTask(listener), options);
      };
      EventTarget.prototype.removeEventListener = function (type, listener, options) {
        return remove.call(this, type, toTask(listener), options);
      };
    }`,
  },
  {
    what: 'addEventListener is wrapped so that no listener is ever removed',
    patch: onListen('return add.call(this, type, (event) => listener.call(this, event), options);'),
  },
  {
    what: 'addEventListener passes every listener a proxy of the event',
    patch: onListen(
      `return add.call(this, type, (target) => (listener.handleEvent ?? listener).call(this, ${RESPECTFUL_PROXY}), options);`,
      'window',
    ),
  },
];

export const FAILING: readonly (Patch & { code: string; openPopups?: number })[] = [
  { what: 'window.open throws', code: 'popup_blocked', patch: onOpen(`throw new Error('no');`) },
  { what: 'window.open returns undefined', code: 'popup_blocked', patch: onOpen('') },
  { what: 'window.open returns null', code: 'popup_blocked', patch: onOpen('return null;') },
  { what: 'window.open returns an empty object', code: 'popup_blocked', patch: onOpen('return {};') },
  {
    what: "window.open returns an ad blocker's decoy, the window of a frame",
    code: 'popup_blocked',
    patch: onOpen(
      `const frame = document.createElement('iframe');
       document.body.append(frame);
       return Object.defineProperty(frame.contentWindow, 'closed', { value: false });`,
    ),
  },
  {
    what: "window.open returns an ad blocker's decoy, a proxy of the page itself",
    code: 'popup_blocked',
    patch: onOpen(
      `return new Proxy(window, {
        get: (target, key) => (key === 'closed' ? false : typeof target[key] === 'function' ? () => {} : target[key]),
      });`,
    ),
  },
  {
    what: 'window.open returns a proxy that throws on every access',
    code: 'popup_blocked',
    patch: onOpen('return new Proxy(open(...given), {});'),
    // The library cannot close it.
    openPopups: 1,
  },
  {
    what: 'window.open returns a promise of the window',
    code: 'popup_blocked',
    patch: onOpen('return Promise.resolve(open(...given));'),
    openPopups: 1,
  },
  {
    what: 'addEventListener of the page throws',
    code: 'session_failed',
    patch: onListen(`throw new Error('no');`, 'window'),
  },
  {
    what: 'addEventListener of everything throws',
    code: 'session_failed',
    patch: onListen(`throw new Error('no');`),
  },
];

/** On these pages no message arrives, and so no result. */
export const WITHOUT_MESSAGES: readonly Patch[] = [
  {
    what: "the page's addEventListener ignores message listeners",
    patch: onListen(`if (type !== 'message') add.call(this, type, listener, options);`, 'window'),
  },
  { what: 'addEventListener does nothing', patch: onListen('') },
];

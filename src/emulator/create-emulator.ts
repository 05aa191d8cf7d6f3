import { Hono } from 'hono';
import type { EmulatorFaults } from './faults.ts';
import { notFromOtherSites, onlyLoopback } from './guard.ts';
import { controlRoutes } from './routes/control-routes.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { createState } from './emulator-state.ts';
import { isLanguage, LANGUAGES } from './pages/language.ts';
import { createView } from './routes/show-page.ts';
import type { EmulatorStorage } from './saved-data.ts';
import { DEFAULT_SETTINGS, readSettings, type EmulatorSettings } from './settings.ts';

/** The options of {@link createEmulator}: the initial settings, and how the emulator runs. */
export interface EmulatorOptions extends Partial<EmulatorSettings> {
  /**
   * The path at which the emulator is mounted, such as `'/instead'`. Links, redirects and the script's API address start with it.
   * @default ''
   */
  basePath?: string;
  /**
   * Returns the current time in Unix ms. `advance()` and `POST /clock` add an offset to it.
   * @default Date.now
   */
  now?: () => number;
  /**
   * Sends a webhook to the shop. A test can call the shop's handler directly, without a port.
   * @default fetch
   */
  deliver?: (request: Request) => Promise<Response>;
  /**
   * Whether the emulator responds to host names other than this machine's. Anybody who can reach it can "pay" there. The webhook
   * URL is then fixed to `webhookUrl`, so that nobody can direct its requests elsewhere, and its secrets are masked.
   * @default false
   */
  allowRemoteAccess?: boolean;
  /**
   * The language of the pages. Each page has a switch to the others, and `?lang=` chooses one. The dashboard is in Korean and
   * English.
   * @default the browser's own, from its `Accept-Language` header; Korean without that header, English for every other language
   */
  language?: 'ko' | 'en' | 'ja' | 'zh-CN';
  /**
   * Where payments and webhooks are kept. A new emulator with the same storage continues: it has the payments, the log and the
   * clock's offset, and sends the webhooks that were pending. Settings, failures and tokens are not kept.
   * @default none: in memory
   */
  storage?: EmulatorStorage;
}

/** A local emulator of the Instead service, as {@link createEmulator} returns it. */
export interface Emulator {
  /** Handles a request to any address of the emulator: script, API, pages. */
  fetch(request: Request): Promise<Response>;
  /** Simulates failures from now on. Fields that are omitted keep their value. */
  setFaults(faults: Partial<EmulatorFaults>): void;
  /** Moves the clock forward by `ms`: requests expire, and late webhooks are sent. */
  advance(ms: number): void;
  /** Resolves when every webhook has been sent, with its copies and retries. */
  settled(): Promise<void>;
  /** Deletes payments and webhooks, and resets failures, the clock and the settings. */
  reset(): void;
}

/**
 * Creates a local emulator of the Instead service: script, token, session, look-up, share page, checkout page and webhooks. It
 * needs no account and no network, and no money moves.
 *
 * It responds only to this machine's host names, unless `allowRemoteAccess` is set. Without `storage` it keeps its data in memory, in
 * the returned object: where a framework loads a route twice (Next.js, after an edit), store the object on `globalThis`.
 *
 * @throws `TypeError` for an invalid option.
 * @example
 * import { createEmulator } from 'react-instead-pay/emulator';
 * const emulator = createEmulator({ basePath: '/instead', webhookUrl: 'http://localhost:3000/api/webhooks/instead' });
 * export const GET = emulator.fetch, POST = emulator.fetch, OPTIONS = emulator.fetch;
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const { basePath = '', now = Date.now, deliver = (request) => fetch(request), allowRemoteAccess, ...more } = options;
  const { language, storage, ...rest } = more;
  const base = toBase(basePath);
  // An undefined option (a missing environment variable) is treated as omitted.
  const isGiven = ([name, value]: [string, unknown]) => Object.hasOwn(DEFAULT_SETTINGS, name) && value !== undefined;
  const settings = readSettings(Object.fromEntries(Object.entries(rest).filter(isGiven)));
  if (typeof settings === 'string') throw new TypeError(`createEmulator(): ${settings}`);
  if (language !== undefined && !isLanguage(language)) {
    throw new TypeError(`createEmulator(): language must be one of: ${LANGUAGES.join(', ')}.`);
  }
  const isReachable = allowRemoteAccess === true;
  const state = createState({ settings, now: () => now(), deliver, storage, language, isReachable });
  const app = new Hono({ strict: false });
  if (!isReachable) app.use(onlyLoopback);
  app.use(notFromOtherSites(base));
  // Before the response, so that nothing is lost that a client has received.
  app.use(async (context, next) => {
    await next();
    if (context.req.method === 'POST') state.save();
  });
  for (const routes of [serviceRoutes, pageRoutes, controlRoutes]) app.route(base || '/', routes(state, base));
  app.notFound((context) => {
    const { words } = createView(context, language);
    return context.text(words.pageNotFound, 404);
  });
  return {
    fetch: async (request) => app.fetch(request),
    setFaults: state.setFaults,
    advance(ms) {
      state.clock.advance(ms);
      state.save();
    },
    settled: state.webhookSender.settled,
    reset: state.reset,
  };
}

/** Normalizes `/instead/` and `instead` to `/instead`. */
function toBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner && `/${inner}`;
}

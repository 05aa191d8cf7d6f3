import { Hono } from 'hono';
import type { EmulatorFaults } from './faults.ts';
import { notFromOtherSites, onlyLoopback } from './guard.ts';
import { controlRoutes } from './routes/control-routes.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { createState } from './emulator-state.ts';
import { DEFAULT_SETTINGS, readSettings, type EmulatorSettings } from './settings.ts';

/** What {@link createEmulator} takes: the settings of Instead's admin site, and how it is run. */
export interface EmulatorOptions extends Partial<EmulatorSettings> {
  /**
   * The path under which it is mounted: `'/instead'`. Every link, redirect and the script's own API address begin with it.
   * @default ''
   */
  basePath?: string;
  /**
   * What the service takes for the time, in Unix ms. `advance()` and `POST /clock` move on from it.
   * @default Date.now
   */
  now?: () => number;
  /**
   * Brings a notice to the shop: a test hands it to the shop's handler itself, and no port is needed.
   * @default fetch
   */
  deliver?: (request: Request) => Promise<Response>;
  /**
   * Answers to host names other than this machine's own. Anybody who reaches it can "pay".
   * @default false
   */
  allowRemoteAccess?: boolean;
}

/** The local emulator, as {@link createEmulator} returns it. */
export interface Emulator {
  /** The whole service: mount it wherever a `Request` becomes a `Response`. */
  fetch(request: Request): Promise<Response>;
  /** Lets something go wrong from now on; what is not named stays as it is. */
  setFaults(faults: Partial<EmulatorFaults>): void;
  /** Moves the service's clock on, in ms: for bills that expire. */
  advance(ms: number): void;
  /** Resolves when no notice is on its way any more, re-sends included. */
  settled(): Promise<void>;
  /** Forgets everything: bills, deliveries, faults, clock, and settings made since. */
  reset(): void;
}

/**
 * Emulates the Instead service: script, token, session, the share page, the checkout page, the webhook. No account, no network,
 * no money.
 *
 * It answers to this machine's own host names alone, unless told otherwise in so many words. It keeps everything in memory,
 * in this one object: where a framework loads a route twice (Next.js, when it is edited), keep it on `globalThis`.
 *
 * @throws `TypeError` for an option that cannot be meant
 * @example
 * import { createEmulator } from 'react-instead-pay/emulator';
 * const sandbox = createEmulator({ basePath: '/instead', webhookUrl: 'http://localhost:3000/api/webhooks/instead' });
 * export const GET = sandbox.fetch, POST = sandbox.fetch, OPTIONS = sandbox.fetch;
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const {
    basePath = '',
    now = Date.now,
    deliver = (request) => fetch(request),
    allowRemoteAccess: allowRemoteAccess,
    ...given
  } = options;
  const base = toBase(basePath);
  // What is left undefined (an environment variable that nobody set) is as good as not given.
  const isGiven = ([name, value]: [string, unknown]) => Object.hasOwn(DEFAULT_SETTINGS, name) && value !== undefined;
  const settings = readSettings(Object.fromEntries(Object.entries(given).filter(isGiven)));
  if (typeof settings === 'string') throw new TypeError(`createEmulator(): ${settings}`);
  const state = createState({ settings, now: () => now(), deliver });
  const app = new Hono({ strict: false });
  if (!allowRemoteAccess) app.use(onlyLoopback);
  app.use(notFromOtherSites(base));
  for (const routes of [serviceRoutes, pageRoutes, controlRoutes]) app.route(base || '/', routes(state, base));
  app.notFound((context) => context.text('모의 결제: 이 주소에는 아무것도 없어요.', 404));
  return {
    fetch: async (request) => app.fetch(request),
    setFaults: state.setFaults,
    advance: state.clock.advance,
    settled: state.webhookSender.settled,
    reset: state.reset,
  };
}

/** `/instead/`, `instead` and `/instead` are the same place. */
function toBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner && `/${inner}`;
}

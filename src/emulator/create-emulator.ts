import { Hono } from 'hono';
import type { EmulatorFaults } from './faults.ts';
import { notFromOtherSites, onlyLoopback } from './guard.ts';
import { controlRoutes } from './routes/control-routes.ts';
import { pageRoutes } from './routes/page-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { createState } from './emulator-state.ts';
import { DEFAULT_SETTINGS, readSettings, type EmulatorSettings } from './settings.ts';

/** The options of {@link createEmulator}: the settings of Instead's admin site, and how the emulator runs. */
export interface EmulatorOptions extends Partial<EmulatorSettings> {
  /**
   * The path under which it is mounted: `'/instead'`. Links, redirects and the script's API address start with it.
   * @default ''
   */
  basePath?: string;
  /**
   * Returns the current time in Unix ms. `advance()` and `POST /clock` move the clock from there.
   * @default Date.now
   */
  now?: () => number;
  /**
   * Sends a webhook to the shop. A test can call the shop's handler directly, without a port.
   * @default fetch
   */
  deliver?: (request: Request) => Promise<Response>;
  /**
   * Responds to host names other than this machine's. Anybody who reaches it can "pay".
   * @default false
   */
  allowRemoteAccess?: boolean;
}

/** The local emulator, as {@link createEmulator} returns it. */
export interface Emulator {
  /** The request handler of the whole service, from a Web `Request` to a `Response`. */
  fetch(request: Request): Promise<Response>;
  /** Simulates failures from now on. Fields that are not given keep their value. */
  setFaults(faults: Partial<EmulatorFaults>): void;
  /** Moves the clock forward, in ms, for requests that expire. */
  advance(ms: number): void;
  /** Resolves when every webhook has been sent, repeated ones included. */
  settled(): Promise<void>;
  /** Resets payments, webhooks, failures, the clock, and settings that were changed since. */
  reset(): void;
}

/**
 * Emulates the Instead service: script, token, session, the share page, the checkout page, the webhook. No account, no network,
 * no money.
 *
 * It responds only to this machine's host names, unless `allowRemoteAccess` is set. It keeps its data in memory, in this one
 * object: where a framework loads a route twice (Next.js, after an edit), keep it on `globalThis`.
 *
 * @throws `TypeError` for an invalid option
 * @example
 * import { createEmulator } from 'react-instead-pay/emulator';
 * const emulator = createEmulator({ basePath: '/instead', webhookUrl: 'http://localhost:3000/api/webhooks/instead' });
 * export const GET = emulator.fetch, POST = emulator.fetch, OPTIONS = emulator.fetch;
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
  // An undefined option (a missing environment variable) counts as not given.
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

/** `/instead/`, `instead` and `/instead` are the same path. */
function toBase(path: string): string {
  const inner = path.replace(/^\/+|\/+$/g, '');
  return inner && `/${inner}`;
}

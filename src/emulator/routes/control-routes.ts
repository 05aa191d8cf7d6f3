import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { readClockMove } from '../clock.ts';
import { readFaults } from '../faults.ts';
import { DASHBOARD_LANGUAGES } from '../pages/language.ts';
import { dashboardLists, dashboard } from '../pages/dashboard.ts';
import { messagePage } from '../pages/message-page.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { maskUrl } from '../mask-url.ts';
import { readSettings, type EmulatorSettings } from '../settings.ts';
import { createView, showPage } from './show-page.ts';

const WEBHOOK_URL_FIXED =
  'The webhook URL is fixed, because this emulator can be reached from other machines. Set it with --webhook-url, or webhookUrl of createEmulator().';

/** The routes of the dashboard and its actions: failures, clock, settings, resending. They accept JSON or a form. */
export function controlRoutes(state: EmulatorState, base: string): Hono {
  const app = new Hono();
  const { clock, webhookSender, paymentStore } = state;
  const getClockState = () => ({ now: clock.now(), ahead: clock.ahead() });

  const readDashboard = (context: Context) => ({
    base,
    url: new URL(context.req.url).origin + base,
    view: createView(context, state.language, DASHBOARD_LANGUAGES),
    isWebhookUrlFixed: state.isReachable,
    paymentStore,
    webhookSender,
    clock,
    settings: state.getSettings(),
    faults: state.getFaults(),
  });
  app.get('/', (context) => {
    const page = readDashboard(context);
    return showPage(context, page.view, dashboard(page));
  });
  app.get('/live', (context) => {
    const page = readDashboard(context);
    return showPage(context, page.view, dashboardLists(page));
  });

  app.get('/faults', (context) => context.json(state.getFaults()));
  app.post('/faults', async (context) => {
    const faults = await readBody(context, readFaults);
    if (typeof faults === 'string') return reject(context, faults);
    state.setFaults(faults);
    return respond(context, state.getFaults());
  });
  app.post('/faults/reset', (context) => {
    state.resetFaults();
    return respond(context, state.getFaults());
  });

  app.get('/settings', (context) => context.json(showSettings()));
  app.post('/settings', async (context) => {
    const settings = await readBody(context, readSettings);
    if (typeof settings === 'string') return reject(context, settings);
    if (state.isReachable && settings.webhookUrl !== undefined) return reject(context, WEBHOOK_URL_FIXED, 403);
    state.setSettings(settings);
    return respond(context, showSettings());
  });

  app.get('/clock', (context) => context.json(getClockState()));
  app.post('/clock', async (context) => {
    const move = await readBody(context, (input) => readClockMove(input, clock));
    if (typeof move === 'string') return reject(context, move);
    if ('reset' in move) clock.reset();
    else if ('advance' in move) clock.advance(move.advance);
    else clock.set(move.now);
    return respond(context, getClockState());
  });

  app.get('/deliveries', (context) => context.json(webhookSender.list()));
  app.post('/deliveries/:id/resend', (context) => {
    const delivery = webhookSender.find(Number(context.req.param('id')));
    const payment = delivery && paymentStore.find(delivery.uid);
    if (!payment) return context.json({ error: 'unknown delivery' }, 404);
    webhookSender.resend(payment, delivery.status);
    return respond(context, { resent: delivery.id });
  });

  /** Redirects a form to the dashboard; responds to a program with JSON. */
  const respond = (context: Context, body: object): Response =>
    isForm(context) ? context.redirect(`${base}/`, 303) : context.json(body);

  /** Anybody can read the settings of an emulator that is reachable. */
  function showSettings(): EmulatorSettings {
    const settings = state.getSettings();
    return state.isReachable ? { ...settings, webhookUrl: maskUrl(settings.webhookUrl) } : settings;
  }

  function reject(context: Context, problem: string, status: 400 | 403 = 400): Response | Promise<Response> {
    if (!isForm(context)) return context.json({ error: problem }, status);
    const view = createView(context, state.language, DASHBOARD_LANGUAGES);
    const title = view.t('변경하지 못했어요', 'Not changed');
    const body = html`<span lang="en">${problem}</span>`;
    return showPage(context, view, messagePage({ view, title, body, backPath: `${base}/` }), status);
  }

  return app;
}

const isJson = (context: Context) => context.req.header('content-type')?.includes('json') ?? false;

const isForm = (context: Context) => !isJson(context) && !!context.req.header('accept')?.includes('text/html');

/** Parses a JSON object or a form. Returns an error message if it is invalid. */
async function readBody<Value>(
  context: Context,
  read: (input: Record<string, unknown>) => Value | string,
): Promise<Value | string> {
  try {
    const body: unknown = isJson(context) ? await context.req.json() : await context.req.parseBody({ all: true });
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return read(body as Record<string, unknown>);
  } catch {
    // Invalid JSON gets the same message as JSON that is not an object.
  }
  return 'The body must be a JSON object or a form.';
}

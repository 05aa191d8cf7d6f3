import { Hono, type Context } from 'hono';
import { readFaults } from '../faults.ts';
import { frontPage } from '../pages/front-page.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { readSettings } from '../settings.ts';
import { newNonce, showPage } from './show-page.ts';

/** The front page, and what is set from it or from a test: faults, clock, settings, notices once more. JSON or a form. */
export function controlRoutes(state: SandboxState, base: string): Hono {
  const app = new Hono();
  const { clock, deliverer, ledger } = state;
  const tellClock = () => ({ now: clock.now(), ahead: clock.ahead() });

  app.get('/', (context) => {
    const nonce = newNonce();
    const page = { base, nonce, ledger, deliverer, clock, settings: state.getSettings(), faults: state.getFaults() };
    return showPage(context, nonce, frontPage(page));
  });

  app.get('/faults', (context) => context.json(state.getFaults()));
  app.post('/faults', async (context) => {
    const faults = readFaults(await readBody(context));
    if (typeof faults === 'string') return context.json({ error: faults }, 400);
    state.setFaults(faults);
    return done(context, state.getFaults());
  });
  app.post('/faults/reset', (context) => {
    state.resetFaults();
    return done(context, state.getFaults());
  });

  app.get('/settings', (context) => context.json(state.getSettings()));
  app.post('/settings', async (context) => {
    const settings = readSettings(await readBody(context));
    if (typeof settings === 'string') return context.json({ error: settings }, 400);
    state.setSettings(settings);
    return done(context, state.getSettings());
  });

  app.get('/clock', (context) => context.json(tellClock()));
  app.post('/clock', async (context) => {
    const { advance, now, reset } = await readBody(context);
    const number = Number(advance ?? now);
    if (reset) clock.reset();
    else if (!Number.isSafeInteger(number) || (advance ?? now) === '') {
      return context.json({ error: 'Give advance or now as whole ms, or reset: true.' }, 400);
    } else if (advance !== undefined) clock.advance(number);
    else clock.set(number);
    return done(context, tellClock());
  });

  app.get('/deliveries', (context) => context.json(deliverer.list()));
  app.post('/deliveries/:id/resend', (context) => {
    const delivery = deliverer.find(Number(context.req.param('id')));
    const bill = delivery && ledger.find(delivery.uid);
    if (!bill) return context.json({ error: 'unknown delivery' }, 404);
    deliverer.resend(bill, delivery.status);
    return done(context, { resent: delivery.id });
  });

  /** A form is sent back to the front page; a program gets JSON. */
  function done(context: Context, body: object): Response {
    return isJson(context) || !context.req.header('accept')?.includes('text/html')
      ? context.json(body)
      : context.redirect(`${base}/`, 303);
  }

  return app;
}

const isJson = (context: Context) => context.req.header('content-type')?.includes('json') ?? false;

async function readBody(context: Context): Promise<Record<string, unknown>> {
  try {
    const body: unknown = isJson(context) ? await context.req.json() : await context.req.parseBody({ all: true });
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

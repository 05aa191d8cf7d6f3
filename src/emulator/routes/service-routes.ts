import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { checkSession } from '../check-session.ts';
import type { InvalidBody } from '../faults.ts';
import type { PaymentRecord } from '../payment-store.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { SCRIPT_PATHS } from '../guard.ts';
import { mockScript } from '../mock-script.ts';

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The script, and the API for the script and the shop's server: token, session, look-up, cancellation. */
export function serviceRoutes(state: EmulatorState, base: string): Hono {
  const { paymentStore, webhookSender } = state;
  const app = new Hono();

  app.get('/instead-1.0.1.js', async (context) => {
    const { scriptDelay, scriptStatus, scriptBody } = state.getFaults();
    await delay(scriptDelay);
    // Subresource Integrity requires CORS.
    context.header('Access-Control-Allow-Origin', '*');
    context.header('Cache-Control', 'no-cache');
    if (scriptStatus !== 200) return respondWithStatus(context, scriptStatus);
    if (scriptBody !== 'script') return respondWithInvalidBody(context, scriptBody);
    return context.body(mockScript(`${new URL(context.req.url).origin}${base}/api`), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
    });
  });

  // The two that the script calls from a shop's page. The others are for the shop's server.
  const fromAnyPage = cors({ origin: '*', allowHeaders: ['Authorization', 'Content-Type'], allowMethods: ['POST'] });
  for (const path of SCRIPT_PATHS) app.use(path, fromAnyPage);

  app.post('/api/token', async (context) => {
    const { tokenDelay, tokenStatus, tokenBody } = state.getFaults();
    await delay(tokenDelay);
    if (tokenStatus !== 200) return respondWithStatus(context, tokenStatus);
    const body = (await readJson(context)) as { client_id?: unknown } | null;
    const clientId = body?.client_id;
    const { clientIds } = state.getSettings();
    if (typeof clientId !== 'string' || clientId === '') return context.json({ error: 'client_id is missing' }, 400);
    if (clientIds.length > 0 && !clientIds.includes(clientId))
      return context.json({ error: 'client_id is unknown' }, 401);
    return respond(context, tokenBody, { access_token: paymentStore.issueToken(clientId) });
  });

  app.post('/api/session', async (context) => {
    const { sessionDelay, sessionStatus, sessionStatusTimes, sessionBody, tokenLifetime } = state.getFaults();
    await delay(sessionDelay);
    if (sessionStatus !== 200) {
      // The last of the counted requests resets the status.
      if (sessionStatusTimes === 1) state.setFaults({ sessionStatus: 200, sessionStatusTimes: 0 });
      else if (sessionStatusTimes > 1) state.setFaults({ sessionStatusTimes: sessionStatusTimes - 1 });
      return respondWithStatus(context, sessionStatus);
    }
    const token = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? '';
    const clientId = paymentStore.clientOf(token, tokenLifetime);
    if (clientId === null) return context.json({ error: 'the token is unknown or has expired' }, 401);
    const checked = checkSession(await readJson(context), state.clock.now());
    if ('issues' in checked) return context.json({ error: 'invalid_request', issues: checked.issues }, 400);
    return respond(context, sessionBody, { session_id: paymentStore.open(clientId, checked.order).sessionId });
  });

  app.get('/api/payments/:uid', (context) => {
    const payment = paymentStore.find(context.req.param('uid'));
    return payment ? context.json(toPayment(state, payment)) : context.json({ error: 'unknown payment' }, 404);
  });

  // By the order's number: for a shop that has missed a webhook.
  app.get('/api/payments', (context) => {
    const merchantUid = context.req.query('merchant_uid');
    if (!merchantUid) return context.json({ error: 'merchant_uid is missing' }, 400);
    const payments = paymentStore.list().filter((payment) => payment.merchantUid === merchantUid);
    return context.json({ payments: payments.map((payment) => toPayment(state, payment)) });
  });

  app.post('/api/payments/:uid/cancel', (context) => {
    const payment = paymentStore.find(context.req.param('uid'));
    if (!payment) return context.json({ error: 'unknown payment' }, 404);
    const status = paymentStore.statusOf(payment);
    if (status !== 'paid' && status !== 'waiting') return context.json({ error: `it is ${status}` }, 409);
    payment.status = 'cancelled';
    webhookSender.dispatch(payment, 'cancelled');
    return context.json(toPayment(state, payment));
  });

  return app;
}

/** Returns the response of the look-up. Only Instead's admin site documents the shape of the real one. */
function toPayment({ paymentStore, getFaults }: EmulatorState, payment: PaymentRecord) {
  return {
    instead_uid: payment.uid,
    merchant_uid: payment.merchantUid,
    status: paymentStore.statusOf(payment),
    amount: getFaults().amount || payment.totalAmt,
    sandboxYn: payment.sandboxYn,
    method: payment.method,
    paid_at: payment.paidAt,
  };
}

const respond = (context: Context, kind: InvalidBody, body: object): Response =>
  kind === 'json' ? context.json(body) : respondWithInvalidBody(context, kind);

function respondWithInvalidBody(context: Context, kind: 'html' | 'empty'): Response {
  switch (kind) {
    case 'html':
      return context.html('<!doctype html><title>모의 결제</title><p>서비스 점검 중이에요.</p>');
    case 'empty':
      return context.body('');
  }
}

/** Responds with a simulated status. 204, 205 and 304 must not have a body. */
function respondWithStatus(context: Context, status: number): Response {
  if ([204, 205, 304].includes(status)) return context.body(null, status as 204);
  return context.json({ error: 'fault', status }, status as 500);
}

async function readJson(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return null;
  }
}

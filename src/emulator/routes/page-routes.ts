import { Hono, type Context } from 'hono';
import type { ShareMethod } from '../../protocol/script-message.ts';
import type { PaymentRecord } from '../payment-store.ts';
import { endedPage } from '../pages/ended-page.ts';
import { messagePage } from '../pages/message-page.ts';
import { checkoutPage } from '../pages/checkout-page.ts';
import { sharePage } from '../pages/share-page.ts';
import type { EmulatorState } from '../emulator-state.ts';
import type { View } from '../pages/language.ts';
import type { Message } from '../pages/words/page-words.ts';
import { createView, showPage } from './show-page.ts';

const SHARE_METHODS: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies ShareMethod[];

/** The routes of the share page and the checkout page. */
export function pageRoutes(state: EmulatorState, base: string): Hono {
  const { paymentStore, webhookSender, clock } = state;
  const toPath = (payment: PaymentRecord) => `${base}/checkout/${payment.uid}`;
  const app = new Hono();

  app.get('/api/pay', (context) => {
    const view = createView(context, state.language);
    const payment = paymentStore.findSession(context.req.query('session_id') ?? '');
    if (!payment) return paymentNotFound(context, view);
    const status = paymentStore.statusOf(payment);
    if (status !== 'waiting') {
      return showPage(context, view, endedPage(payment, status, view), status === 'expired' ? 410 : 200);
    }
    const { popup } = state.getFaults();
    return showPage(context, view, sharePage({ payment, checkoutPath: toPath(payment), popup, view }));
  });

  app.get('/checkout/:uid', (context) => {
    const view = createView(context, state.language);
    const payment = paymentStore.find(context.req.param('uid'));
    if (!payment) return paymentNotFound(context, view);
    const { methods, siteUrl } = state.getSettings();
    const status = paymentStore.statusOf(payment);
    const [isFresh, isDeclining] = ['done', 'decline'].map((name) => context.req.query(name) !== undefined);
    return showPage(
      context,
      view,
      checkoutPage({
        ...{ payment, status, checkoutPath: toPath(payment), methods, siteUrl, view },
        ...{ isFresh: isFresh!, isDeclining: isDeclining! },
      }),
    );
  });

  // For an open page, so that it shows when the request has ended.
  app.get('/checkout/:uid/status', (context) => {
    const payment = paymentStore.find(context.req.param('uid'));
    context.header('Cache-Control', 'no-store');
    if (!payment) return context.json({ error: 'unknown payment' }, 404);
    return context.json({ status: paymentStore.statusOf(payment) });
  });

  app.post('/checkout/:uid/sent', async (context) => {
    const payment = paymentStore.find(context.req.param('uid'));
    const { method } = (await context.req.json().catch(() => ({}))) as { method?: unknown };
    if (!payment || !SHARE_METHODS.includes(method)) return context.json({ error: 'unknown payment or method' }, 400);
    const status = paymentStore.statusOf(payment);
    if (status !== 'waiting') return context.json({ error: `it is ${status}` }, 409);
    payment.sentBy = method as ShareMethod;
    return context.body(null, 204);
  });

  app.post('/checkout/:uid/pay', async (context) => {
    const { method } = await context.req.parseBody();
    return settle(context, (payment, { words }) => {
      const paymentMethod = state.getSettings().methods.find((each) => each === method);
      if (!paymentMethod) return words.checkout.methodNotAvailable;
      Object.assign(payment, { status: 'paid', method: paymentMethod, paidAt: clock.now() });
      webhookSender.dispatch(payment, 'paid');
    });
  });

  app.post('/checkout/:uid/decline', (context) =>
    settle(context, (payment) => {
      payment.status = 'failed';
      webhookSender.dispatch(payment, 'failed');
    }),
  );

  app.post('/checkout/:uid/cancel', (context) => {
    const payment = paymentStore.find(context.req.param('uid') ?? '');
    if (!payment) return paymentNotFound(context, createView(context, state.language));
    const status = paymentStore.statusOf(payment);
    if (status === 'paid' || status === 'waiting') {
      payment.status = 'cancelled';
      webhookSender.dispatch(payment, 'cancelled');
    }
    return context.redirect(`${base}/`, 303);
  });

  /** Applies `change` to a waiting payment. A second click, in any window, only shows the status. */
  function settle(
    context: Context,
    change: (payment: PaymentRecord, view: View) => Message | void,
  ): Response | Promise<Response> {
    const view = createView(context, state.language);
    const payment = paymentStore.find(context.req.param('uid') ?? '');
    if (!payment) return paymentNotFound(context, view);
    const backPath = toPath(payment);
    if (paymentStore.statusOf(payment) !== 'waiting') return context.redirect(backPath, 303);
    const problem = change(payment, view);
    if (!problem) return context.redirect(`${backPath}?done`, 303);
    const [title, body] = problem;
    return showPage(context, view, messagePage({ view, title, body, backPath }), 400);
  }

  return app;
}

function paymentNotFound(context: Context, view: View): Promise<Response> {
  const [title, body] = view.words.paymentNotFound;
  return showPage(context, view, messagePage({ view, title, body }), 404);
}

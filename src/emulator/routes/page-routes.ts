import { Hono, type Context } from 'hono';
import type { ShareMethod } from '../../protocol/script-message.ts';
import type { PaymentRecord } from '../payment-store.ts';
import { endedPage } from '../pages/ended-page.ts';
import { messagePage } from '../pages/message-page.ts';
import { checkoutPage } from '../pages/checkout-page.ts';
import { sharePage } from '../pages/share-page.ts';
import type { EmulatorState } from '../emulator-state.ts';
import type { View } from '../pages/language.ts';
import { createView, showPage } from './show-page.ts';

const SHARE_METHODS: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies ShareMethod[];

/** The routes of the share page and the checkout page. */
export function pageRoutes(state: EmulatorState, base: string): Hono {
  const { paymentStore, webhookSender, clock } = state;
  const app = new Hono();

  app.get('/api/pay', (context) => {
    const view = createView(context, state.language);
    const payment = paymentStore.findSession(context.req.query('session_id') ?? '');
    if (!payment) return paymentNotFound(context, view);
    const status = paymentStore.statusOf(payment);
    if (status !== 'waiting') {
      return showPage(context, view, endedPage(view, payment, status), status === 'expired' ? 410 : 200);
    }
    const checkoutPath = `${base}/checkout/${payment.uid}`;
    const { popup } = state.getFaults();
    return showPage(context, view, sharePage({ payment, checkoutPath, sentPath: `${checkoutPath}/sent`, popup, view }));
  });

  app.get('/checkout/:uid', (context) => {
    const view = createView(context, state.language);
    const payment = paymentStore.find(context.req.param('uid'));
    if (!payment) return paymentNotFound(context, view);
    const { methods, siteUrl } = state.getSettings();
    const status = paymentStore.statusOf(payment);
    const isFresh = context.req.query('done') !== undefined;
    const checkoutPath = `${base}/checkout/${payment.uid}`;
    return showPage(context, view, checkoutPage({ payment, status, isFresh, checkoutPath, methods, siteUrl, view }));
  });

  app.post('/checkout/:uid/sent', async (context) => {
    const payment = paymentStore.find(context.req.param('uid'));
    const { method } = (await context.req.json().catch(() => ({}))) as { method?: unknown };
    if (!payment || !SHARE_METHODS.includes(method)) return context.json({ error: 'unknown payment or method' }, 400);
    payment.sentBy = method as ShareMethod;
    return context.body(null, 204);
  });

  app.post('/checkout/:uid/pay', async (context) => {
    const { method } = await context.req.parseBody();
    return settle(context, (payment, { t }) => {
      const paymentMethod = state.getSettings().methods.find((each) => each === method);
      if (!paymentMethod) return t('사용할 수 없는 결제 방법이에요.', 'This payment method is not available.');
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
    change: (payment: PaymentRecord, view: View) => string | void,
  ): Response | Promise<Response> {
    const view = createView(context, state.language);
    const payment = paymentStore.find(context.req.param('uid') ?? '');
    if (!payment) return paymentNotFound(context, view);
    const backPath = `${base}/checkout/${payment.uid}`;
    if (paymentStore.statusOf(payment) !== 'waiting') return context.redirect(backPath, 303);
    const problem = change(payment, view);
    if (!problem) return context.redirect(`${backPath}?done`, 303);
    const title = view.t('결제하지 못했어요', 'Not paid');
    return showPage(context, view, messagePage({ view, title, body: problem, backPath }), 400);
  }

  return app;
}

function paymentNotFound(context: Context, view: View): Promise<Response> {
  const title = view.t('결제 요청을 찾을 수 없어요', 'There is no such payment request');
  const body = view.t('주소를 다시 확인해 주세요.', 'Check the address.');
  return showPage(context, view, messagePage({ view, title, body }), 404);
}

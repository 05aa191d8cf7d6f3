import { Hono, type Context } from 'hono';
import type { ShareMethod } from '../../protocol/script-message.ts';
import type { PaymentRecord } from '../payment-store.ts';
import { endedPage } from '../pages/ended-page.ts';
import { messagePage } from '../pages/message-page.ts';
import { checkoutPage } from '../pages/checkout-page.ts';
import { sharePage } from '../pages/share-page.ts';
import type { EmulatorState } from '../emulator-state.ts';
import { newNonce, showPage } from './show-page.ts';

const SENT_BY: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies ShareMethod[];

/** The shopper's page and the payer's. */
export function pageRoutes(state: EmulatorState, base: string): Hono {
  const { ledger, deliverer, clock } = state;
  const app = new Hono();

  app.get('/api/pay', (context) => {
    const nonce = newNonce();
    const bill = ledger.findSession(context.req.query('session_id') ?? '');
    if (!bill) return noBill(context, nonce);
    const status = ledger.statusOf(bill);
    if (status !== 'waiting') {
      return showPage(context, nonce, endedPage(nonce, bill, status), status === 'expired' ? 410 : 200);
    }
    const billPath = `${base}/bill/${bill.uid}`;
    const { popup } = state.getFaults();
    return showPage(context, nonce, sharePage({ bill, billPath, sentPath: `${billPath}/sent`, popup, nonce }));
  });

  app.get('/bill/:uid', (context) => {
    const nonce = newNonce();
    const bill = ledger.find(context.req.param('uid'));
    if (!bill) return noBill(context, nonce);
    const { methods, siteUrl } = state.getSettings();
    const status = ledger.statusOf(bill);
    const isFresh = context.req.query('done') !== undefined;
    const billPath = `${base}/bill/${bill.uid}`;
    return showPage(context, nonce, checkoutPage({ bill, status, isFresh, billPath, methods, siteUrl, nonce }));
  });

  app.post('/bill/:uid/sent', async (context) => {
    const bill = ledger.find(context.req.param('uid'));
    const { method } = (await context.req.json().catch(() => ({}))) as { method?: unknown };
    if (!bill || !SENT_BY.includes(method)) return context.json({ error: 'unknown bill or method' }, 400);
    bill.sentBy = method as ShareMethod;
    return context.body(null, 204);
  });

  app.post('/bill/:uid/pay', async (context) => {
    const { method } = await context.req.parseBody();
    return settle(context, (bill) => {
      const paid = state.getSettings().methods.find((each) => each === method);
      if (!paid) return '이 결제 방법은 쓸 수 없어요.';
      Object.assign(bill, { status: 'paid', method: paid, paidAt: clock.now() });
      deliverer.announce(bill, 'paid');
    });
  });

  app.post('/bill/:uid/decline', (context) =>
    settle(context, (bill) => {
      bill.status = 'failed';
      deliverer.announce(bill, 'failed');
    }),
  );

  app.post('/bill/:uid/cancel', (context) => {
    const bill = ledger.find(context.req.param('uid') ?? '');
    if (!bill) return noBill(context, newNonce());
    const status = ledger.statusOf(bill);
    if (status === 'paid' || status === 'waiting') {
      bill.status = 'cancelled';
      deliverer.announce(bill, 'cancelled');
    }
    return context.redirect(`${base}/`, 303);
  });

  /** A bill is settled once: a second press, in this window or another, only shows how it stands. */
  function settle(context: Context, change: (bill: PaymentRecord) => string | void): Response | Promise<Response> {
    const nonce = newNonce();
    const bill = ledger.find(context.req.param('uid') ?? '');
    if (!bill) return noBill(context, nonce);
    const backPath = `${base}/bill/${bill.uid}`;
    if (ledger.statusOf(bill) !== 'waiting') return context.redirect(backPath, 303);
    const problem = change(bill);
    if (!problem) return context.redirect(`${backPath}?done`, 303);
    return showPage(context, nonce, messagePage({ nonce, title: '결제하지 못했어요', body: problem, backPath }), 400);
  }

  return app;
}

const noBill = (context: Context, nonce: string) =>
  showPage(
    context,
    nonce,
    messagePage({ nonce, title: '결제 요청을 찾을 수 없어요', body: '주소를 다시 확인해 주세요.' }),
    404,
  );

import { Hono, type Context } from 'hono';
import type { PayMethod } from '../../protocol/script-message.ts';
import type { Bill } from '../ledger.ts';
import { noBillPage, payerPage } from '../pages/payer-page.ts';
import { shopperPage } from '../pages/shopper-page.ts';
import type { SandboxState } from '../sandbox-state.ts';
import type { SandboxPayMethod } from '../settings.ts';
import { newNonce, showPage } from './show-page.ts';

const SENT_BY: readonly unknown[] = ['kakao', 'facebook', 'link'] satisfies PayMethod[];

/** The shopper's page and the payer's. */
export function pageRoutes(state: SandboxState, base: string): Hono {
  const { ledger, deliverer, clock } = state;
  const app = new Hono();

  app.get('/api/pay', (context) => {
    const nonce = newNonce();
    const bill = ledger.findSession(context.req.query('session_id') ?? '');
    if (!bill) return noBill(context, nonce);
    if (ledger.statusOf(bill) === 'expired') return noBill(context, nonce, '결제할 수 있는 시간이 지났어요.');
    const billPath = `${base}/bill/${bill.uid}`;
    const { popup } = state.getFaults();
    return showPage(context, nonce, shopperPage({ bill, billPath, sentPath: `${billPath}/sent`, popup, nonce }));
  });

  app.get('/bill/:uid', (context) => {
    const nonce = newNonce();
    const bill = ledger.find(context.req.param('uid'));
    if (!bill) return noBill(context, nonce);
    const { methods } = state.getSettings();
    const status = ledger.statusOf(bill);
    return showPage(context, nonce, payerPage({ bill, status, billPath: `${base}/bill/${bill.uid}`, methods, nonce }));
  });

  app.post('/bill/:uid/sent', async (context) => {
    const bill = ledger.find(context.req.param('uid'));
    const { method } = (await context.req.json().catch(() => ({}))) as { method?: unknown };
    if (!bill || !SENT_BY.includes(method)) return context.json({ error: 'unknown bill or method' }, 400);
    bill.sentBy = method as PayMethod;
    return context.body(null, 204);
  });

  app.post('/bill/:uid/pay', async (context) => {
    const method = (await context.req.parseBody()).method as SandboxPayMethod;
    return settle(context, (bill) => {
      if (!state.getSettings().methods.includes(method)) return;
      Object.assign(bill, { status: 'paid', method, paidAt: clock.now() });
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
  function settle(context: Context, change: (bill: Bill) => void): Response | Promise<Response> {
    const bill = ledger.find(context.req.param('uid') ?? '');
    if (!bill) return noBill(context, newNonce());
    if (ledger.statusOf(bill) === 'waiting') change(bill);
    return context.redirect(`${base}/bill/${bill.uid}`, 303);
  }

  return app;
}

const noBill = (context: Context, nonce: string, reason = '주소를 다시 확인해 주세요.') =>
  showPage(context, nonce, noBillPage(nonce, reason), 404);

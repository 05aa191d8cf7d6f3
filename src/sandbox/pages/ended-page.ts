import type { Bill, BillStatus } from '../ledger.ts';
import { html } from 'hono/html';
import { billCard } from './bill-card.ts';
import { billEnding } from './bill-ending.ts';
import { layout, type Html } from './layout.ts';

/** What the popup shows for a bill that nobody need be asked to pay any more. */
export const endedPage = (nonce: string, bill: Bill, status: Exclude<BillStatus, 'waiting'>): Html =>
  layout({
    title: '결제를 부탁해',
    nonce,
    body: html`${billEnding({ bill, status, isFresh: false })} ${billCard(bill)}`,
  });

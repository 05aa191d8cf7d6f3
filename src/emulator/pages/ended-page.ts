import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { html } from 'hono/html';
import { paymentCard } from './payment-card.ts';
import { paymentResult } from './payment-result.ts';
import { layout, type Html } from './layout.ts';

/** What the popup shows for a bill that nobody need be asked to pay any more. */
export const endedPage = (
  nonce: string,
  payment: PaymentRecord,
  status: Exclude<PaymentRecordStatus, 'waiting'>,
): Html =>
  layout({
    title: '결제를 부탁해',
    nonce,
    body: html`${paymentResult({ payment, status, isFresh: false })} ${paymentCard(payment)}`,
  });

import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { html } from 'hono/html';
import { paymentCard } from './payment-card.ts';
import { paymentResult } from './payment-result.ts';
import { layout, type Html } from './layout.ts';

/** Renders the page in the popup for a request that is no longer waiting. */
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

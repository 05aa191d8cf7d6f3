import type { PaymentRecord, PaymentRecordStatus } from '../payment-store.ts';
import { html } from 'hono/html';
import { paymentCard } from './payment-card.ts';
import { paymentResult } from './payment-result.ts';
import type { View } from './language.ts';
import { layout, type Html } from './layout.ts';

/** Renders the page in the popup for a request that is no longer waiting. */
export const endedPage = (view: View, payment: PaymentRecord, status: Exclude<PaymentRecordStatus, 'waiting'>): Html =>
  layout({
    title: view.t('결제를 부탁해', 'Please pay for me'),
    view,
    body: html`${paymentResult({ payment, status, isFresh: false, view })} ${paymentCard(payment, view)}`,
  });

import type { WebhookPayload } from 'react-instead-pay/server';
import { decideWebhook, receiveWebhook, recordFound, type Decision } from './inbox';
import { processWebhook } from './process-webhook';

/** Stores a webhook that was sent, and processes it. Returns the status of the response. */
export async function receive(payload: WebhookPayload): Promise<number> {
  const decision = await processStored(await receiveWebhook(payload), payload);
  return decision.status;
}

/**
 * The same for a payment that a look-up has found and whose webhook may have been lost. `paidAt`: when it was made, in Unix ms; it is
 * late or not by that moment.
 */
export async function receiveFound(payload: WebhookPayload, paidAt: number): Promise<Decision> {
  const id = await recordFound(payload, paidAt);
  // Confirmed before, or the queue is at it.
  return id === null ? { status: 200 } : processStored(id, payload);
}

async function processStored(id: number, payload: WebhookPayload): Promise<Decision> {
  const decision = await processWebhook(payload);
  try {
    await decideWebhook(id, decision);
  } catch (error) {
    // The payment is decided, and the answer stays. The queue finds the same, and writes it down.
    console.error('The answer of a webhook could not be stored', error);
  }
  return decision;
}

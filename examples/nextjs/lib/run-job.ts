import { cleanUp } from './clean-up';
import { decideWebhook, findWebhook } from './inbox';
import { processWebhook } from './process-webhook';
import type { Job } from './queue';
import { runBake } from './run-bake';
import { runReconcile } from './run-reconcile';
import { runRefund } from './run-refund';
import { runWithdraw } from './run-withdraw';
import { JobProblem } from './worker';

const SOON_S = 1;
const ONE_MINUTE_S = 60;
const TEN_MINUTES_S = 10 * 60;

/** Does one job of the queue. Each kind may run more than once and has the same effect. */
export async function runJob({ kind, key }: Job): Promise<number | void> {
  switch (kind) {
    case 'webhook':
      return retryWebhook(Number(key));
    case 'bake':
      return runBake(key);
    case 'refund':
      return runRefund(key);
    case 'withdraw':
      return runWithdraw(key);
    case 'reconcile':
      return (await runReconcile()) ? SOON_S : ONE_MINUTE_S;
    case 'clean_up':
      await cleanUp();
      return TEN_MINUTES_S;
  }
}

async function retryWebhook(id: number): Promise<void> {
  const webhook = await findWebhook(id);
  // A copy was confirmed meanwhile.
  if (!webhook || webhook.answer === 200) return;
  const { orderId: merchantUid, insteadUid, status } = webhook;
  const decision = await processWebhook({ merchantUid, insteadUid, status });
  await decideWebhook(id, decision);
  if (decision.status >= 500) throw new JobProblem(decision.reason ?? String(decision.status));
}

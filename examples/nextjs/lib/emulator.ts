import { createEmulator, type Emulator } from 'react-instead-pay/emulator';
import { EMULATOR_PATH } from './instead-settings';
import { siteUrl } from './site-url';

// On globalThis for the same reason as the orders: the routes that use it are bundled apart.
const shared = globalThis as typeof globalThis & { __shopEmulator?: Emulator };

/** The local emulator of Instead, in this process. */
export const getEmulator = (): Emulator =>
  (shared.__shopEmulator ??= createEmulator({
    basePath: EMULATOR_PATH,
    siteUrl: siteUrl(),
    webhookUrl: webhookUrl(),
    deliver,
  }));

/** Sends a webhook, and reads the response to its end: what Next's `fetch` keeps of it would reject at the emulator's time-out. */
async function deliver(request: Request): Promise<Response> {
  const response = await fetch(request);
  return new Response((await response.text()) || null, { status: response.status });
}

function webhookUrl(): string {
  // Told over the network like the real one, but never further than this machine.
  const url = new URL('/api/webhooks/instead', `http://localhost:${process.env.PORT || 3000}`);
  if (process.env.INSTEAD_WEBHOOK_SECRET) url.searchParams.set('key', process.env.INSTEAD_WEBHOOK_SECRET);
  return url.href;
}

import { createEmulator, type Emulator } from 'react-instead-pay/emulator';
import { EMULATOR_PATH } from './instead-settings';
import { siteUrl } from './site-url';

// On globalThis for the same reason as the orders: the routes that use it are bundled apart.
const shared = globalThis as typeof globalThis & { __shopEmulator?: Emulator };

/** The local emulator of Instead, in this process. */
export const getEmulator = (): Emulator =>
  (shared.__shopEmulator ??= createEmulator({
    basePath: EMULATOR_PATH,
    // As the shop's own pages.
    language: 'ko',
    siteUrl: siteUrl(),
    webhookUrl: webhookUrl(),
  }));

function webhookUrl(): string {
  // Told over the network like the real one, but never further than this machine.
  const url = new URL('/api/webhooks/instead', `http://localhost:${process.env.PORT || 3000}`);
  if (process.env.INSTEAD_WEBHOOK_SECRET) url.searchParams.set('key', process.env.INSTEAD_WEBHOOK_SECRET);
  return url.href;
}

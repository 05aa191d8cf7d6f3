import { createSandbox, type Sandbox } from 'react-instead-pay/sandbox';
import { SANDBOX_PATH } from './instead-settings';
import { siteUrl } from './site-url';

// On globalThis for the same reason as the orders: the routes that use it are bundled apart.
const shared = globalThis as typeof globalThis & { __shopSandbox?: Sandbox };

/** The Instead service, pretended, in this process. */
export const getSandbox = (): Sandbox =>
  (shared.__shopSandbox ??= createSandbox({
    basePath: SANDBOX_PATH,
    siteUrl: siteUrl(),
    hookUrl: hookUrl(),
  }));

function hookUrl(): string {
  // Told over the network like the real one, but never further than this machine.
  const url = new URL('/api/instead/hook', `http://localhost:${process.env.PORT || 3000}`);
  if (process.env.INSTEAD_HOOK_SECRET) url.searchParams.set('key', process.env.INSTEAD_HOOK_SECRET);
  return url.href;
}

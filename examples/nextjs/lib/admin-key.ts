import { isEmbedded } from './instead-settings';

/** The key of the demo: for the embedded sandbox, at this machine's own names. There is no money in it. */
export const DEMO_KEY = 'demo-admin';

const SHORTEST = 16;

export type AdminKey = { status: 'set' | 'demo'; key: string } | { status: 'missing' | 'too_short' };

/** What opens the admin page. `host`: the name under which the shop was asked. */
export function readAdminKey(host: string | null): AdminKey {
  const key = process.env.ADMIN_KEY;
  if (key) return key.length < SHORTEST ? { status: 'too_short' } : { status: 'set', key };
  return isEmbedded() && isLoopback(host) ? { status: 'demo', key: DEMO_KEY } : { status: 'missing' };
}

function isLoopback(host: string | null): boolean {
  const name = host?.replace(/:\d+$/, '');
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]';
}

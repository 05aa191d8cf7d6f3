import { isFromThisMachine } from './client-address';
import { isEmbedded } from './instead-settings';
import { EVERYBODY } from './staff-name';

/** The key of the demo: for the embedded emulator, on this machine only. There is no money in it. */
export const DEMO_KEY = 'demo-admin';

interface StaffKey {
  name: string;
  key: string;
}

export type AdminKeys = { status: 'set' | 'demo'; keys: readonly StaffKey[] } | { status: 'missing' };

/** Returns what opens the admin page for a request. ADMIN_KEY is one key, or `name:key` pairs: see `settings.ts`. */
export function readAdminKeys(headers: Headers): AdminKeys {
  const setting = process.env.ADMIN_KEY;
  if (setting) return { status: 'set', keys: setting.split(',').map(toStaffKey) };
  if (!isEmbedded() || !isFromThisMachine(headers)) return { status: 'missing' };
  return { status: 'demo', keys: [{ name: EVERYBODY, key: DEMO_KEY }] };
}

function toStaffKey(setting: string): StaffKey {
  const [first = '', second] = setting.split(':');
  return second === undefined ? { name: EVERYBODY, key: first } : { name: first, key: second };
}

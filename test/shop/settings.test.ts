import { expect, test } from 'vitest';

// Not a static import: the type check runs before the shop's own packages are installed.
const file = new URL('../../examples/nextjs/lib/settings.ts', import.meta.url).href;
const { checkSettings } = (await import(file)) as {
  checkSettings(env: Readonly<Record<string, string | undefined>>): string[];
};

const live = {
  DATABASE_URL: 'postgres://shop@localhost/shop',
  SITE_URL: 'https://shop.example',
  ADMIN_KEY: 'mina:0123456789abcdef,jun:fedcba9876543210',
  INSTEAD_CLIENT_ID: 'client',
  INSTEAD_SANDBOX: '0',
  INSTEAD_LOOKUP_URL: 'https://api.example/payments/{uid}',
  INSTEAD_CANCEL_URL: 'https://api.example/payments/{uid}/cancel',
  INSTEAD_WEBHOOK_SECRET: 'letters0and1digits',
};

test.for([
  ['nothing', {}],
  ['empty variables', { DATABASE_URL: '', ADMIN_KEY: '', SITE_URL: '', ORDERS_PER_SHOPPER: '' }],
  ['test payments', { INSTEAD_CLIENT_ID: 'client', INSTEAD_LOOKUP_URL: 'http://127.0.0.1:1/payments/{uid}' }],
  ['real money', live],
] as const)('accepts %s', ([, env]) => {
  expect(checkSettings(env)).toEqual([]);
});

test.for([
  ['an empty secret', { INSTEAD_WEBHOOK_SECRET: '' }, 'INSTEAD_WEBHOOK_SECRET'],
  ['a blank secret', { INSTEAD_WEBHOOK_SECRET: '  ' }, 'INSTEAD_WEBHOOK_SECRET'],
  ['a short key', { ADMIN_KEY: 'short' }, 'ADMIN_KEY'],
  ['a short key of one person', { ADMIN_KEY: 'mina:0123456789abcdef,jun:short' }, 'ADMIN_KEY'],
  ['another database', { DATABASE_URL: 'mysql://localhost/shop' }, 'DATABASE_URL'],
  ['a site without its scheme', { SITE_URL: 'shop.example' }, 'SITE_URL'],
  ['a look-up without a place for the number', { INSTEAD_LOOKUP_URL: 'https://api.example' }, 'INSTEAD_LOOKUP_URL'],
  ['a mode that is neither', { INSTEAD_SANDBOX: 'O' }, 'INSTEAD_SANDBOX'],
  ['a limit that is no number', { ORDERS_PER_ADDRESS: 'many' }, 'ORDERS_PER_ADDRESS'],
  ['half a proxy', { TRUSTED_PROXIES: '0.5' }, 'TRUSTED_PROXIES'],
  ['real money without a client id', { INSTEAD_SANDBOX: '0' }, 'INSTEAD_CLIENT_ID'],
  ['a client id without a look-up', { INSTEAD_CLIENT_ID: 'client' }, 'INSTEAD_LOOKUP_URL'],
] as const)('names the variable for %s, once and without its value', ([, env, name]) => {
  const problems = checkSettings(env);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(new RegExp(`^${name} .+\\.$`));
  for (const value of Object.values(env)) {
    if (value.trim().length > 3) expect(problems[0]).not.toContain(value);
  }
});

test('needs everything for real money, and lists all that is missing', () => {
  const names = [
    'ADMIN_KEY',
    'SITE_URL',
    'INSTEAD_LOOKUP_URL',
    'INSTEAD_CANCEL_URL',
    'INSTEAD_WEBHOOK_SECRET',
  ] as const;
  const { INSTEAD_CLIENT_ID, INSTEAD_SANDBOX } = live;
  const problems = checkSettings({ INSTEAD_CLIENT_ID, INSTEAD_SANDBOX });
  expect(problems.map((problem) => problem.split(' ')[0]).sort()).toEqual([...names].sort());
});

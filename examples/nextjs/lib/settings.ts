import { z } from 'zod';

// An empty variable counts as missing, as `NAME= npm start` is commonly meant. Except where that would open a door: see below.
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const address = z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' });
const withUid = address.refine(
  (url) => url.includes('{uid}'),
  'must contain {uid}, where the number of the payment goes',
);
const withOrder = address.refine(
  (url) => url.includes('{order}'),
  'must contain {order}, where the number of the order goes',
);
const wholeNumber = (least: number) =>
  z.coerce.number(`must be a whole number of ${least} or more`).int().min(least, `must be ${least} or more`);

const ADMIN_KEY = /^(?:[^:,]{16,}|[^:,]{1,30}:[^:,]{16,}(?:,[^:,]{1,30}:[^:,]{16,})*)$/;

const settings = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' })),
  PGLITE_DATA_DIR: optional(z.string()),
  PORT: optional(wholeNumber(1)),
  SITE_URL: optional(address),
  ADMIN_KEY: optional(
    z.string().regex(ADMIN_KEY, 'must be a key of 16 characters or more, or name:key pairs separated by commas'),
  ),
  INSTEAD_CLIENT_ID: optional(z.string()),
  INSTEAD_SANDBOX: optional(z.enum(['0', '1'], 'must be 0 (real money) or 1 (test payments)')),
  INSTEAD_API_URL: optional(address),
  INSTEAD_SCRIPT_SRC: optional(address),
  INSTEAD_LOOKUP_URL: optional(withUid),
  INSTEAD_CANCEL_URL: optional(withUid),
  INSTEAD_LOOKUP_BY_ORDER_URL: optional(withOrder),
  INSTEAD_LOOKUP_TOKEN: optional(z.string()),
  // Not `optional`: an empty secret is a mistake in the deployment, and would accept every caller.
  INSTEAD_WEBHOOK_SECRET: z.string().trim().min(1, 'must not be empty: set it, or remove the variable').optional(),
  TRUSTED_PROXIES: optional(wholeNumber(0)),
  ORDERS_PER_SHOPPER: optional(wholeNumber(1)),
  ORDERS_PER_ADDRESS: optional(wholeNumber(1)),
});

const always = { INSTEAD_LOOKUP_URL: 'no webhook could be verified, so no order would ever be paid' };
const forRealMoney = {
  ...always,
  INSTEAD_CANCEL_URL: 'no money could be refunded',
  INSTEAD_WEBHOOK_SECRET: 'anybody could send webhooks',
  ADMIN_KEY: 'nobody would see money that has to be refunded',
  SITE_URL: 'cookies and links need the public address',
};

type Settings = Partial<Record<keyof z.infer<typeof settings>, unknown>>;

/**
 * Returns every problem of the environment's variables, each as one sentence that begins with the variable's name. Never a value:
 * the list ends up in logs and in the response of `/api/health`.
 */
export function checkSettings(env: Readonly<Record<string, string | undefined>> = process.env): string[] {
  const { error } = settings.safeParse(env);
  const problems = (error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}.`);
  return [...problems, ...listMissing(env)];
}

function listMissing(env: Settings): string[] {
  if (!env.INSTEAD_CLIENT_ID) {
    return env.INSTEAD_SANDBOX === '0' ? ['INSTEAD_CLIENT_ID is missing: real money needs your client id.'] : [];
  }
  const needed = env.INSTEAD_SANDBOX === '0' ? forRealMoney : always;
  return Object.entries(needed)
    .filter(([name]) => !env[name as keyof Settings])
    .map(([name, consequence]) => `${name} is missing: ${consequence}.`);
}

const ONE_CLIENT_PER_HOUR = 60;
// An office or a carrier is many shoppers behind one address.
const ONE_ADDRESS_PER_HOUR = 1000;

/** How many orders one shopper, and one address, may make within an hour. */
export const readLimits = () => ({
  perShopper: Number(process.env.ORDERS_PER_SHOPPER || ONE_CLIENT_PER_HOUR),
  perAddress: Number(process.env.ORDERS_PER_ADDRESS || ONE_ADDRESS_PER_HOUR),
});

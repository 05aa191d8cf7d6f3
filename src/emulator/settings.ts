import { MAX_TIMER } from '../protocol/max-timer.ts';

export const PAY_METHODS = ['card', 'mobile', 'transfer'] as const;

/** How the payer pays (guide, 결제방식): by card, mobile phone or bank transfer. */
export type PaymentMethod = (typeof PAY_METHODS)[number];

export const DELIVERY_MODES = ['normal', 'resend', 'three_at_once', 'out_of_order', 'late'] as const;

/**
 * How webhooks are sent. `normal`: once. `resend`: again, `resendTimes` times, a second apart. `three_at_once`: three copies
 * concurrently. `out_of_order`: `paid` after the payment's next webhook. `late`: after `lateBy` ms.
 */
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** The settings of an emulator: those of Instead's admin site, and how webhooks are sent. */
export interface EmulatorSettings {
  /**
   * The client ids that get a token. Empty: any client id.
   * @default []
   */
  clientIds: readonly string[];
  /**
   * The URL of the shop's webhook route (guide, step 1), `http` or `https`. Its query is kept. Empty: no webhooks are sent.
   * @default ''
   */
  webhookUrl: string;
  /**
   * The URL of the shop, to which the checkout page links. Empty: no link.
   * @default ''
   */
  siteUrl: string;
  /**
   * The payment methods on the checkout page: `'card'`, `'mobile'`, `'transfer'`. At least one.
   * @default ['card', 'mobile', 'transfer']
   */
  methods: readonly PaymentMethod[];
  /**
   * How webhooks are sent: see {@link DeliveryMode}. The guide does not say how Instead sends them: a shop has to handle each mode.
   * @default 'normal'
   */
  delivery: DeliveryMode;
  /**
   * With `delivery: 'resend'`: how many times a webhook is repeated.
   * @default 1
   */
  resendTimes: number;
  /**
   * With `delivery: 'late'`: the delay of a webhook, in ms of the emulator's clock, so that moving the clock sends it.
   * @default 3000
   */
  lateBy: number;
}

export const DEFAULT_SETTINGS: EmulatorSettings = {
  clientIds: [],
  webhookUrl: '',
  siteUrl: '',
  methods: PAY_METHODS,
  delivery: 'normal',
  resendTimes: 1,
  lateBy: 3_000,
};

/** Parses settings from JSON, a form or code. Returns an error message if one is invalid. */
export function readSettings(input: Record<string, unknown>): Partial<EmulatorSettings> | string {
  const settings: { -readonly [Name in keyof EmulatorSettings]?: EmulatorSettings[Name] } = {};
  for (const [name, value] of Object.entries(input)) {
    switch (name) {
      case 'clientIds':
        settings.clientIds = toList(value);
        break;
      case 'webhookUrl':
      case 'siteUrl':
        if (value !== '' && !isWebAddress(value)) return `${name} must be an http(s) URL, or empty.`;
        settings[name] = String(value);
        break;
      case 'methods': {
        const methods = toList(value);
        if (methods.length === 0 || methods.some((method) => !(PAY_METHODS as readonly string[]).includes(method))) {
          return `methods must be a non-empty list of: ${PAY_METHODS.join(', ')}.`;
        }
        settings.methods = PAY_METHODS.filter((method) => methods.includes(method));
        break;
      }
      case 'delivery':
        if (!(DELIVERY_MODES as readonly unknown[]).includes(value)) {
          return `delivery must be one of: ${DELIVERY_MODES.join(', ')}.`;
        }
        settings.delivery = value as DeliveryMode;
        break;
      case 'resendTimes':
      case 'lateBy': {
        const [min, max] = name === 'resendTimes' ? [1, 20] : [0, MAX_TIMER];
        const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : (value as number);
        if (!Number.isSafeInteger(number) || number < min || number > max) {
          return `${name} must be an integer from ${min} to ${max}.`;
        }
        settings[name] = number;
        break;
      }
      default:
        return `Unknown setting ${name}. Use one of: ${Object.keys(DEFAULT_SETTINGS).join(', ')}.`;
    }
  }
  return settings;
}

function toList(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/);
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Returns whether a value is an http(s) URL without a user name or password: a `Request` cannot have one. */
export function isWebAddress(value: unknown): boolean {
  try {
    if (typeof value !== 'string') return false;
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && !username && !password;
  } catch {
    return false;
  }
}

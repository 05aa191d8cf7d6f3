import { MAX_DELAY } from './clock.ts';

export const PAY_METHODS = ['card', 'mobile', 'transfer'] as const;

/** The payment method of the payer (guide, 결제방식): card, mobile phone or bank transfer. */
export type PaymentMethod = (typeof PAY_METHODS)[number];

export const DELIVERY_MODES = ['normal', 'resend', 'three_at_once', 'out_of_order', 'late'] as const;

/**
 * How webhooks are sent: once; repeated `resendTimes` times, a second apart; three copies at once; `paid` after the payment's
 * next webhook; `lateBy` ms late.
 */
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** The settings of the real admin site, and how webhooks are sent. */
export interface EmulatorSettings {
  /**
   * The client ids that get a token. Empty: every client id.
   * @default []
   */
  clientIds: readonly string[];
  /**
   * The address of the shop's webhook (guide, step 1): `http` or `https`, its query is kept. Empty: no webhooks are sent.
   * @default ''
   */
  webhookUrl: string;
  /**
   * The address of the shop, to which the checkout page links. Empty: no link.
   * @default ''
   */
  siteUrl: string;
  /**
   * The payment methods on the checkout page: `'card'`, `'mobile'`, `'transfer'`. At least one.
   * @default ['card', 'mobile', 'transfer']
   */
  methods: readonly PaymentMethod[];
  /**
   * How webhooks are sent: see {@link DeliveryMode}. The real service documents none of this, so a shop has to handle all.
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

/** Parses settings from JSON, a form or code. Returns a sentence if one is invalid. */
export function readSettings(input: Record<string, unknown>): Partial<EmulatorSettings> | string {
  const settings: { -readonly [Name in keyof EmulatorSettings]?: EmulatorSettings[Name] } = {};
  for (const [name, value] of Object.entries(input)) {
    switch (name) {
      case 'clientIds':
        settings.clientIds = toList(value);
        break;
      case 'webhookUrl':
      case 'siteUrl':
        if (value !== '' && !isWebAddress(value)) return `${name} must be an http(s) address, or empty.`;
        settings[name] = String(value);
        break;
      case 'methods': {
        const methods = toList(value);
        if (methods.length === 0 || methods.some((method) => !(PAY_METHODS as readonly string[]).includes(method))) {
          return `methods must hold at least one of, and nothing but: ${PAY_METHODS.join(', ')}.`;
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
        const [least, most] = name === 'resendTimes' ? [1, 20] : [0, MAX_DELAY];
        const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : (value as number);
        if (!Number.isSafeInteger(number) || number < least || number > most) {
          return `${name} must be a whole number from ${least} to ${most}.`;
        }
        settings[name] = number;
        break;
      }
      default:
        return `${name} is no setting. There are: ${Object.keys(DEFAULT_SETTINGS).join(', ')}.`;
    }
  }
  return settings;
}

function toList(value: unknown): string[] {
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/);
  return parts.map((part) => part.trim()).filter(Boolean);
}

export function isWebAddress(value: unknown): boolean {
  try {
    return typeof value === 'string' && /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

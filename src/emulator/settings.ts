import { MAX_DELAY } from './clock.ts';

export const PAY_METHODS = ['card', 'mobile', 'transfer'] as const;

/** How the payer pays (guide, 결제방식): card, mobile phone, bank transfer. */
export type PaymentMethod = (typeof PAY_METHODS)[number];

export const DELIVERY_MODES = ['normal', 'resend', 'three_at_once', 'out_of_order', 'late'] as const;

/**
 * How notices reach the shop: once; again, `resendTimes` times, a second apart; three copies at once; a payment's `paid`
 * after its next notice; `lateBy` ms late.
 */
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** What the real admin site lets a shop set, and how the notices travel. */
export interface EmulatorSettings {
  /**
   * The clients that get a token. Empty: any client id does.
   * @default []
   */
  clientIds: readonly string[];
  /**
   * Where notices go (guide, step 1): a whole `http` or `https` address. What it has for a query stays. Empty: nowhere.
   * @default ''
   */
  webhookUrl: string;
  /**
   * The shop's own address, as the real admin site asks for it: the payer's page leads back to it. Empty: nowhere.
   * @default ''
   */
  siteUrl: string;
  /**
   * What the payer may pay with: `'card'`, `'mobile'`, `'transfer'`. At least one.
   * @default ['card', 'mobile', 'transfer']
   */
  methods: readonly PaymentMethod[];
  /**
   * How notices travel: see {@link DeliveryMode}. The real service promises nothing here, so a shop has to bear them all.
   * @default 'normal'
   */
  delivery: DeliveryMode;
  /**
   * With `delivery: 'resend'`: how many times a notice comes again after the first.
   * @default 1
   */
  resendTimes: number;
  /**
   * With `delivery: 'late'`: how late a notice comes, in ms of the sandbox's clock, so that moving the clock brings it.
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

/** Reads some settings, from JSON, a form or code. A sentence: what is wrong with them. */
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

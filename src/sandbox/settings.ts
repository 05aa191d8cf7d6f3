export const PAY_METHODS = ['card', 'mobile', 'transfer'] as const;

/** How the payer pays (guide, 결제방식): card, mobile phone, bank transfer. */
export type SandboxPayMethod = (typeof PAY_METHODS)[number];

export const DELIVERY_MODES = ['normal', 'resend', 'three_at_once', 'out_of_order', 'late'] as const;

/**
 * How notices reach the shop: once; again after a second; three copies at once; a payment's `paid` after its next notice;
 * three seconds late.
 */
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/** What the real admin site lets a shop set, and how the notices travel. */
export interface Settings {
  /** Empty: any client id is known. */
  clientIds: readonly string[];
  /** Where notices go (guide, step 1). Empty: nowhere. */
  hookUrl: string;
  siteUrl: string;
  methods: readonly SandboxPayMethod[];
  delivery: DeliveryMode;
}

/** Reads some settings, from JSON or a form. A sentence: what is wrong with them. */
export function readSettings(input: Record<string, unknown>): Partial<Settings> | string {
  const settings: { -readonly [Name in keyof Settings]?: Settings[Name] } = {};
  for (const [name, value] of Object.entries(input)) {
    switch (name) {
      case 'clientIds':
        settings.clientIds = toList(value);
        break;
      case 'hookUrl':
      case 'siteUrl':
        if (value !== '' && !isWebAddress(value)) return `${name} must be an http(s) address, or empty.`;
        settings[name] = String(value);
        break;
      case 'methods': {
        const methods = toList(value).filter((method) => (PAY_METHODS as readonly string[]).includes(method));
        if (methods.length === 0) return `methods must hold at least one of: ${PAY_METHODS.join(', ')}.`;
        settings.methods = methods as SandboxPayMethod[];
        break;
      }
      case 'delivery':
        if (!(DELIVERY_MODES as readonly unknown[]).includes(value)) {
          return `delivery must be one of: ${DELIVERY_MODES.join(', ')}.`;
        }
        settings.delivery = value as DeliveryMode;
        break;
      default:
        return `${name} is no setting. There are: clientIds, hookUrl, siteUrl, methods, delivery.`;
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

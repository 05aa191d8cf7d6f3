import type { InsteadError } from '../errors.ts';
import type { PayState } from '../payment/state.ts';
import type { OrderStatus } from '../react/use-order-status.ts';

/**
 * Every attribute that the components render, for styling. A test compares this list with the code and with styles.css.
 *
 * | attribute | on | values |
 * |---|---|---|
 * | `data-instead` | every element | `box`, `button`, `icon`, `status`, `status-hidden`, `in-app-notice`, `in-app-notice-action`, `in-app-notice-status`, `overlay`, `overlay-title`, `overlay-actions`, `overlay-show`, `overlay-cancel`, `deadline`, `order-status`, `order-status-text`, `order-status-time-left`, `order-status-error`, `order-status-refetch` |
 * | `data-status` | button, status, overlay, order-status | the payment's status: `idle` `preparing` `requesting` `open` `sent` `cancelled` `failed`; the order's: `waiting` `paid` `cancelled` `failed` `expired` |
 * | `data-method` | button, status | with `sent`: `kakao` `facebook` `link` |
 * | `data-reason` | button, status | with `cancelled`: `user_cancelled` `popup_closed` `aborted` |
 * | `data-code` | button, status | with `failed`: the error's code |
 * | `data-longest` | status | the longest text that the line can show: styles.css keeps its place |
 */
export const ATTRIBUTES = [
  'data-instead',
  'data-status',
  'data-method',
  'data-reason',
  'data-code',
  'data-longest',
] as const;

/** The values of `data-instead`. */
export const PARTS = [
  'box',
  'button',
  'icon',
  'status',
  'status-hidden',
  'in-app-notice',
  'in-app-notice-action',
  'in-app-notice-status',
  'overlay',
  'overlay-title',
  'overlay-actions',
  'overlay-show',
  'overlay-cancel',
  'deadline',
  'order-status',
  'order-status-text',
  'order-status-time-left',
  'order-status-error',
  'order-status-refetch',
] as const;

/** The custom properties that styles.css reads. A test compares the list with it. */
export const CUSTOM_PROPERTIES = [
  '--instead-button-background',
  '--instead-button-background-hover',
  '--instead-button-border',
  '--instead-button-color',
  '--instead-button-height',
  '--instead-button-width',
  '--instead-error-color',
  '--instead-focus-color',
  '--instead-font',
  '--instead-overlay-background',
  '--instead-overlay-border',
  '--instead-overlay-color',
  '--instead-radius',
  '--instead-status-color',
] as const;

type Attributes = Partial<Record<(typeof ATTRIBUTES)[number], string>>;

/** Returns the attributes of one element. */
export function attributesFor(part: (typeof PARTS)[number], state?: PayState | { status: OrderStatus }): Attributes {
  const { status, method, reason, error } = (state ?? {}) as { [Field in 'status' | 'method' | 'reason']?: string } & {
    error?: InsteadError;
  };
  return {
    'data-instead': part,
    'data-status': status,
    'data-method': method,
    'data-reason': reason,
    'data-code': error?.code,
  };
}

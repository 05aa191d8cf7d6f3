import { errorMessage, type InsteadIssue } from '../errors.ts';
import { isMerchantUid } from '../protocol/merchant-uid.ts';
import type { PayItem, PayRequest } from '../protocol/pay-request.ts';

type Sandbox = boolean | undefined;
type Check = (value: unknown, sandbox?: Sandbox, now?: number) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';

const isUrl: Check = (value) =>
  value === undefined || value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value));

const itemChecks: Record<keyof PayItem, Check> = {
  itemName: isText,
  itemAmt: (value) => isText(value) || Number.isFinite(value),
  imgUrl: isUrl,
  orderUrl: isUrl,
};

// In the order of the guide's table (step 4).
const checks: Record<keyof PayRequest, Check> = {
  name: isText,
  merchantUid: isMerchantUid,
  itemList: (value) => Array.isArray(value) && value.length > 0,
  payEndDttm: (value, _, now = 0) => toMilliseconds(value) > now,
  sandboxYn: (value, sandbox) => value === '0' || value === '1' || (value === undefined && sandbox !== undefined),
  totalAmt: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  request_cb: (value) => value === undefined || typeof value === 'function',
};

/** Returns every problem of a request (guide, step 4); an empty list means that it is valid. */
export function checkRequest(request: unknown, sandbox: Sandbox, now: number): InsteadIssue[] {
  const issues: InsteadIssue[] = [];
  const report = (path: string, key: string) => issues.push({ path, message: errorMessage(key) });

  function checkFields(record: unknown, path: string, key: string, checks: Record<string, Check>) {
    if (typeof record !== 'object' || !record) return report(path, key);
    // Own fields only: some pages extend Object.prototype.
    for (const field of Object.keys(checks)) {
      const value = (record as Record<string, unknown>)[field];
      const fieldPath = path ? `${path}.${field}` : field;
      if (!checks[field]!(value, sandbox, now)) report(fieldPath, field);
      // Spread, so that the holes of a sparse array are checked, too.
      else if (field === 'itemList') {
        [...(value as unknown[])].forEach((item, index) =>
          checkFields(item, `${fieldPath}[${index}]`, 'item', itemChecks),
        );
      }
    }
  }
  checkFields(request, '', 'request', checks);
  return issues;
}

/** Returns the order number of an unchecked request as an object with one field, or an empty object. */
export const readMerchantUid = (request: Partial<PayRequest> | null | undefined): { merchantUid?: string } =>
  isText(request?.merchantUid) ? { merchantUid: request?.merchantUid } : {};

/** Converts a valid request to the fields and formats of the guide's table, as the script expects them. */
export const toScriptRequest = (request: PayRequest, sandbox: Sandbox): PayRequest => ({
  ...pick(request, checks),
  itemList: request.itemList.map((item) => pick(item, itemChecks)),
  payEndDttm: `${toMilliseconds(request.payEndDttm)}`,
  sandboxYn: request.sandboxYn ?? (sandbox ? '1' : '0'),
});

/** Returns `NaN` for an invalid instant. */
function toMilliseconds(value: unknown): number {
  const number = value instanceof Date || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : NaN;
}

const pick = <T extends object>(from: T, fields: object): T =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, from[field as keyof T]])) as T;

import { sentenceOf, type InsteadIssue } from '../errors.ts';
import type { PayItem, PayRequest } from '../protocol/pay-request.ts';

type Sandbox = boolean | undefined;
type Check = (value: unknown, sandbox?: Sandbox, now?: number) => boolean;

const isText: Check = (value) => typeof value === 'string' && value.trim() !== '';

const isAddress: Check = (value) =>
  value === undefined || value === '' || (typeof value === 'string' && /^https?:\/\/[^\s/]/i.test(value));

const itemChecks: Record<keyof PayItem, Check> = {
  itemName: isText,
  itemAmt: (value) => isText(value) || Number.isFinite(value),
  imgUrl: isAddress,
  orderUrl: isAddress,
};

// In the order of the guide's table (step 4).
const checks: Record<keyof PayRequest, Check> = {
  name: isText,
  merchantUid: isText,
  itemList: (value) => Array.isArray(value) && value.length > 0,
  payEndDttm: (value, _, now = 0) => toMilliseconds(value) > now,
  sandboxYn: (value, sandbox) => value === '0' || value === '1' || (value === undefined && sandbox !== undefined),
  totalAmt: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  request_cb: (value) => value === undefined || typeof value === 'function',
};

/** What is wrong with a request, all of it; an empty list is a request that Instead will understand (guide, step 4). */
export function checkRequest(request: unknown, sandbox: Sandbox, now: number): InsteadIssue[] {
  const issues: InsteadIssue[] = [];
  const report = (path: string, word: string) => issues.push({ path, message: sentenceOf(word) });

  function checkFields(record: unknown, path: string, word: string, checks: Record<string, Check>) {
    if (typeof record !== 'object' || !record) return report(path, word);
    // The own ones alone: some pages have added to every object.
    for (const field of Object.keys(checks)) {
      const value = (record as Record<string, unknown>)[field];
      const at = path ? `${path}.${field}` : field;
      if (!checks[field]!(value, sandbox, now)) report(at, field);
      // Spread, so that the holes of a sparse list are looked at, too.
      else if (field === 'itemList') {
        [...(value as unknown[])].forEach((item, index) => checkFields(item, `${at}[${index}]`, 'item', itemChecks));
      }
    }
  }
  checkFields(request, '', 'request', checks);
  return issues;
}

/** The order's number in a request that nobody has checked yet: nothing, or the one field. */
export const readMerchantUid = (request: Partial<PayRequest> | null | undefined): { merchantUid?: string } =>
  isText(request?.merchantUid) ? { merchantUid: request?.merchantUid } : {};

/** The request in the words of the guide's table: what the script is given. For checked requests alone. */
export const toScriptRequest = (request: PayRequest, sandbox: Sandbox): PayRequest => ({
  ...pick(request, checks),
  itemList: request.itemList.map((item) => pick(item, itemChecks)),
  payEndDttm: `${toMilliseconds(request.payEndDttm)}`,
  sandboxYn: request.sandboxYn ?? (sandbox ? '1' : '0'),
});

/** `NaN` for what is no instant. */
function toMilliseconds(value: unknown): number {
  const number = value instanceof Date || (typeof value === 'string' && /^\d+$/.test(value)) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : NaN;
}

const pick = <T extends object>(from: T, fields: object): T =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, from[field as keyof T]])) as T;

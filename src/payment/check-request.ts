import type { InsteadIssue } from '../errors.ts';
import type { PayRequest, SandboxYn } from '../protocol/pay-request.ts';

/** What is wrong with a request, all of it; an empty list is a request that Instead will understand (guide, step 4). */
export function checkRequest(request: unknown, sandbox: boolean | undefined, now: number): InsteadIssue[] {
  const issues: InsteadIssue[] = [];
  const report = (path: string, message: string) => issues.push({ path, message });

  if (!isRecord(request)) {
    report('', 'must be an object with name, merchantUid, itemList, payEndDttm and totalAmt.');
    return issues;
  }
  if (!isText(request.name)) report('name', 'must be a non-empty string: who asks.');
  if (!isText(request.merchantUid)) report('merchantUid', "must be a non-empty string: your order's own number.");

  if (!Array.isArray(request.itemList) || request.itemList.length === 0) {
    report('itemList', 'must be a list with at least one item.');
  } else {
    // Spread, so that the holes of a sparse list are looked at, too.
    [...(request.itemList as unknown[])].forEach((item, index) => checkItem(item, `itemList[${index}]`, report));
  }

  const end = toMilliseconds(request.payEndDttm);
  if (end === null)
    report('payEndDttm', 'must be a Date, or whole Unix milliseconds as a number or a string of digits.');
  else if (end <= now) report('payEndDttm', 'must be in the future. It counts milliseconds, not seconds.');

  if (request.sandboxYn === undefined) {
    if (sandbox === undefined) {
      report('sandboxYn', "must be '1' (pretended) or '0' (real money), here or as the provider's sandbox.");
    }
  } else if (request.sandboxYn !== '0' && request.sandboxYn !== '1') {
    report('sandboxYn', "must be the string '1' (pretended) or '0' (real money).");
  }

  if (!Number.isSafeInteger(request.totalAmt) || (request.totalAmt as number) <= 0) {
    report('totalAmt', 'must be a positive whole number of won.');
  }
  if (request.request_cb !== undefined && typeof request.request_cb !== 'function') {
    report('request_cb', 'must be a function, or left out.');
  }
  return issues;
}

/** The order's number of a request that nobody has checked yet. */
export function readMerchantUid(request: unknown): string | undefined {
  return isRecord(request) && isText(request.merchantUid) ? request.merchantUid : undefined;
}

/** The request in the words of the guide's table: what the script is given, `request_cb` aside. For checked requests alone. */
export function toScriptRequest(request: PayRequest, sandbox: boolean | undefined) {
  const sandboxYn: SandboxYn = request.sandboxYn ?? (sandbox ? '1' : '0');
  return {
    name: request.name,
    merchantUid: request.merchantUid,
    itemList: request.itemList.map(({ itemName, itemAmt, imgUrl, orderUrl }) => ({
      itemName,
      itemAmt,
      imgUrl,
      orderUrl,
    })),
    payEndDttm: String(toMilliseconds(request.payEndDttm)),
    sandboxYn,
    totalAmt: request.totalAmt,
    request_cb: request.request_cb,
  };
}

function checkItem(item: unknown, path: string, report: (path: string, message: string) => void): void {
  if (!isRecord(item)) {
    report(path, 'must be an object with itemName and itemAmt.');
    return;
  }
  if (!isText(item.itemName)) report(`${path}.itemName`, 'must be a non-empty string: what the friend reads.');
  if (!isText(item.itemAmt) && !Number.isFinite(item.itemAmt)) {
    report(`${path}.itemAmt`, 'must be a non-empty string or a number.');
  }
  for (const field of ['imgUrl', 'orderUrl'] as const) {
    if (!isWebAddress(item[field])) report(`${path}.${field}`, 'must be an http(s) address, empty, or left out.');
  }
}

function toMilliseconds(value: unknown): number | null {
  const number =
    value instanceof Date ? value.getTime() : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : null;
}

function isWebAddress(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  if (typeof value !== 'string') return false;
  try {
    return /^https?:$/.test(new URL(value).protocol);
  } catch {
    return false;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

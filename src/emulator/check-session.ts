import type { InsteadIssue } from '../errors.ts';
import { LAST_INSTANT } from './clock.ts';
import { isWebAddress } from './settings.ts';

export interface SessionItem {
  itemName: string;
  itemAmt: string;
  imgUrl: string;
  orderUrl: string;
}

/** The order in a session. */
export interface SessionOrder {
  name: string;
  merchantUid: string;
  itemList: SessionItem[];
  /** Unix ms. */
  payEndDttm: number;
  sandboxYn: '0' | '1';
  /** Won. */
  totalAmt: number;
}

/** Checks the body of a session against the guide's table (step 4). Returns the order, or an issue for each invalid field. */
export function checkSession(body: unknown, now: number): { order: SessionOrder } | { issues: InsteadIssue[] } {
  const issues: InsteadIssue[] = [];
  const wrong = (path: string, message: string) => void issues.push({ path, message });
  if (!isRecord(body)) return { issues: [{ path: '', message: 'The body must be a JSON object.' }] };
  const { name, merchantUid, itemList, payEndDttm, sandboxYn, totalAmt } = body;

  if (!isText(name)) wrong('name', 'must be a non-empty string');
  if (!isText(merchantUid)) wrong('merchantUid', 'must be a non-empty string');
  if (!Array.isArray(itemList) || itemList.length === 0) wrong('itemList', 'must hold at least one item');
  else itemList.forEach((item: unknown, index) => checkItem(item, `itemList[${index}]`, wrong));
  const end = typeof payEndDttm === 'string' && /^\d+$/.test(payEndDttm) ? Number(payEndDttm) : payEndDttm;
  if (!Number.isSafeInteger(end) || (end as number) > LAST_INSTANT) wrong('payEndDttm', 'must be Unix milliseconds');
  else if ((end as number) <= now) wrong('payEndDttm', 'must be in the future');
  if (sandboxYn !== '0' && sandboxYn !== '1') wrong('sandboxYn', "must be '0' or '1'");
  if (!Number.isSafeInteger(totalAmt) || (totalAmt as number) <= 0)
    wrong('totalAmt', 'must be a positive whole number');

  if (issues.length > 0) return { issues };
  return {
    order: {
      name: name as string,
      merchantUid: merchantUid as string,
      itemList: (itemList as Record<string, unknown>[]).map((item) => ({
        itemName: String(item.itemName),
        itemAmt: String(item.itemAmt),
        imgUrl: toAddress(item.imgUrl),
        orderUrl: toAddress(item.orderUrl),
      })),
      payEndDttm: end as number,
      sandboxYn: sandboxYn as '0' | '1',
      totalAmt: totalAmt as number,
    },
  };
}

function checkItem(item: unknown, path: string, wrong: (path: string, message: string) => void): void {
  if (!isRecord(item)) return wrong(path, 'must be an object');
  if (!isText(item.itemName)) wrong(`${path}.itemName`, 'must be a non-empty string');
  if (!isText(item.itemAmt) && !Number.isFinite(item.itemAmt)) wrong(`${path}.itemAmt`, 'must be a string or a number');
  for (const field of ['imgUrl', 'orderUrl']) {
    const value = item[field];
    if (value !== undefined && value !== '' && !isWebAddress(value)) {
      wrong(`${path}.${field}`, 'must be an http(s) address');
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toAddress = (value: unknown): string => (typeof value === 'string' ? value : '');

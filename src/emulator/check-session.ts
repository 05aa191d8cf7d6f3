import type { InsteadIssue } from '../errors.ts';
import { MAX_TIMESTAMP } from './clock.ts';
import { isWebAddress } from './settings.ts';

export interface SessionItem {
  itemName: string;
  itemAmt: string;
  imgUrl: string;
  orderUrl: string;
}

/** The order of a session, checked. */
export interface SessionOrder {
  name: string;
  merchantUid: string;
  itemList: SessionItem[];
  /** The expiration, in Unix ms. */
  payEndDttm: number;
  sandboxYn: '0' | '1';
  /** In won. */
  totalAmt: number;
}

/** Checks the body of a session request (guide, step 4). Returns the order, or an issue for each invalid field. */
export function checkSession(body: unknown, now: number): { order: SessionOrder } | { issues: InsteadIssue[] } {
  const issues: InsteadIssue[] = [];
  const addIssue = (path: string, message: string) => void issues.push({ path, message });
  if (!isRecord(body)) return { issues: [{ path: '', message: 'The body must be a JSON object.' }] };
  const { name, merchantUid, itemList, payEndDttm, sandboxYn, totalAmt } = body;

  if (!isText(name)) addIssue('name', 'must be a non-empty string');
  if (!isText(merchantUid)) addIssue('merchantUid', 'must be a non-empty string');
  if (!Array.isArray(itemList) || itemList.length === 0) addIssue('itemList', 'must contain at least one item');
  else itemList.forEach((item: unknown, index) => checkItem(item, `itemList[${index}]`, addIssue));
  const expiresAt = typeof payEndDttm === 'string' && /^\d+$/.test(payEndDttm) ? Number(payEndDttm) : payEndDttm;
  if (!Number.isSafeInteger(expiresAt) || (expiresAt as number) > MAX_TIMESTAMP)
    addIssue('payEndDttm', 'must be Unix milliseconds');
  else if ((expiresAt as number) <= now) addIssue('payEndDttm', 'must be in the future');
  if (sandboxYn !== '0' && sandboxYn !== '1') addIssue('sandboxYn', "must be '0' or '1'");
  if (!Number.isSafeInteger(totalAmt) || (totalAmt as number) <= 0) addIssue('totalAmt', 'must be a positive integer');

  if (issues.length > 0) return { issues };
  return {
    order: {
      name: name as string,
      merchantUid: merchantUid as string,
      itemList: (itemList as Record<string, unknown>[]).map((item) => ({
        itemName: String(item.itemName),
        itemAmt: String(item.itemAmt),
        imgUrl: toUrl(item.imgUrl),
        orderUrl: toUrl(item.orderUrl),
      })),
      payEndDttm: expiresAt as number,
      sandboxYn: sandboxYn as '0' | '1',
      totalAmt: totalAmt as number,
    },
  };
}

function checkItem(item: unknown, path: string, addIssue: (path: string, message: string) => void): void {
  if (!isRecord(item)) return addIssue(path, 'must be an object');
  if (!isText(item.itemName)) addIssue(`${path}.itemName`, 'must be a non-empty string');
  if (!isText(item.itemAmt) && !Number.isFinite(item.itemAmt))
    addIssue(`${path}.itemAmt`, 'must be a string or a number');
  for (const field of ['imgUrl', 'orderUrl']) {
    const value = item[field];
    if (value !== undefined && value !== '' && !isWebAddress(value)) {
      addIssue(`${path}.${field}`, 'must be an http(s) URL');
    }
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const toUrl = (value: unknown): string => (typeof value === 'string' ? value : '');

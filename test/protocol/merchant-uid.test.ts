import { expect, test } from 'vitest';
import { parseWebhook } from 'react-instead-pay/server';
import { checkRequest } from '../../src/payment/check-request.ts';
import { isMerchantUid } from '../../src/protocol/merchant-uid.ts';
import { createRequest } from '../emulator/open-emulator.ts';

const isAcceptedByClient = (merchantUid: unknown) =>
  checkRequest(createRequest({ merchantUid }), true, Date.now()).length === 0;

// By getAll rather than a query: a query would replace a lone surrogate.
const isAcceptedByServer = (merchantUid: string) => {
  const query = new URLSearchParams({ instead_uid: 'imp_1', status: 'paid' });
  query.append('merchant_uid', merchantUid);
  try {
    return parseWebhook(query).merchantUid === merchantUid;
  } catch {
    return false;
  }
};

test.each([
  'o',
  'itsm_1520302281201',
  '주문 1042',
  'a  b',
  '가'.repeat(200),
  '👟'.repeat(200),
  '...',
  '.a',
  'a/../b',
  '%2e',
])('client and server accept %j', (merchantUid) => {
  expect([isMerchantUid(merchantUid), isAcceptedByClient(merchantUid), isAcceptedByServer(merchantUid)]).toEqual([
    true,
    true,
    true,
  ]);
});

test.each([
  ...['', ' ', ' o-1', 'o-1 ', '\to', 'o\u00a0', '\u3000o', '\ufeffo', 'x'.repeat(201), 'x'.repeat(300)],
  ...['o\u2028x', 'o\u2029x', 'o\u0000', 'o\nx', 'o\u007f', 'o\u0085', 'o\ud800', '\udc00x', 'o\ufffd', '.', '..'],
])('client and server reject %j', (merchantUid) => {
  expect([isMerchantUid(merchantUid), isAcceptedByClient(merchantUid), isAcceptedByServer(merchantUid)]).toEqual([
    false,
    false,
    false,
  ]);
});

test.each([1042, null, undefined, {}, ['o-1']])('the client rejects %j', (merchantUid) => {
  expect([isMerchantUid(merchantUid), isAcceptedByClient(merchantUid)]).toEqual([false, false]);
});

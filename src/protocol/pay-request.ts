import type { ScriptResult } from './script-message.ts';

/** The type of payment: `'1'` is a test payment (가상 결제) without money, `'0'` a real one (실제 결제). Guide, step 4. */
export type SandboxYn = '0' | '1';

/** One item of a {@link PayRequest}, with the guide's field names (guide, step 4, `itemList`). */
export interface PayItem {
  /** The product name that the payer reads (상품명). Not empty. */
  itemName: string;
  /**
   * The quantity (상품의 수량), a string by the guide's table. The guide contradicts itself: its example has numbers that
   * sum to `totalAmt`. The value is sent as given, and nothing is computed from it.
   */
  itemAmt: string | number;
  /** The URL of the product image (상품 이미지의 URL): `http` or `https`; empty is allowed. */
  imgUrl?: string;
  /** The URL of the product page (각 상품의 웹 페이지): `http` or `https`; empty is allowed. */
  orderUrl?: string;
}

/**
 * A payment request, with the guide's field names. The object from the guide's example works unchanged (guide, step 4).
 *
 * @example
 * import type { PayRequest } from 'react-instead-pay';
 * const request: PayRequest = {
 *   name: '김스테드',
 *   merchantUid: 'order-1042',
 *   itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
 *   payEndDttm: Date.now() + 24 * 60 * 60 * 1000,
 *   totalAmt: 3000,
 * };
 */
export interface PayRequest {
  /** The name of the person who asks (결제 요청자의 이름). Not empty. The payer reads it. */
  name: string;
  /** Your order number (각 주문 건의 고유 번호). Not empty. Two requests with the same number are the same payment. */
  merchantUid: string;
  /** The ordered items (주문할 상품), at least one. They need not sum to `totalAmt`, which is after discounts. */
  itemList: readonly PayItem[];
  /**
   * The expiration of the request (결제 요청 만료 시간): a `Date`, Unix **milliseconds** as a number or a string of digits, or
   * an ISO date with its time zone (`2026-11-25T16:49:00+09:00`). An instant more than a day past is `invalid_request`;
   * Instead judges the rest, since the clocks of phones can be wrong by hours.
   */
  payEndDttm: Date | number | string;
  /**
   * `'1'` for a test payment, `'0'` for a real one.
   * @default the provider's `sandbox`; without either the request is `invalid_request`: real money is never a default
   */
  sandboxYn?: SandboxYn;
  /** The amount to pay in won, after discounts and coupons (총 결제액). A positive integer. */
  totalAmt: number;
  /**
   * The guide's callback, supported so that code written from the guide works unchanged. It is called with every result
   * of the popup, `opened` and `closed` included. **`success` means that the request was sent, not that it is paid.**
   */
  request_cb?: (result: ScriptResult) => void;
}

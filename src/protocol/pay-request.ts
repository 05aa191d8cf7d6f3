import type { ScriptResult } from './script-message.ts';

/** `'1'`: pretended (가상 결제), no money moves. `'0'`: real (실제 결제). Guide, step 4. */
export type SandboxYn = '0' | '1';

/** One thing in the bill, with the guide's own names (guide, step 4, `itemList`). */
export interface PayItem {
  /** 상품명: what the friend reads. Not empty. */
  itemName: string;
  /**
   * 상품의 수량 (quantity), says the guide's table, as a string; its example gives numbers that sum to `totalAmt`.
   * The guide contradicts itself, so the value is sent as you give it and nothing is computed from it.
   */
  itemAmt: string | number;
  /** 상품 이미지의 URL: `http` or `https`; empty is allowed. */
  imgUrl?: string;
  /** 각 상품의 웹 페이지: `http` or `https`; empty is allowed. */
  orderUrl?: string;
}

/**
 * The bill that a friend is asked to pay, with the guide's own names: the object of its example works unchanged
 * (guide, step 4).
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
  /** 결제 요청자의 이름: who asks. Not empty. The friend reads it. */
  name: string;
  /** 각 주문 건의 고유 번호: your order's own number. Not empty. The same number is the same payment. */
  merchantUid: string;
  /** 주문할 상품: at least one. The amounts need not sum to `totalAmt`: discounts and coupons come off it. */
  itemList: readonly PayItem[];
  /**
   * 결제 요청 만료 시간: until when the friend may pay. A `Date`, or Unix **milliseconds** as a number or a string of
   * digits. An instant, so no time zone applies. In the past: `invalid_request`.
   */
  payEndDttm: Date | number | string;
  /**
   * `'1'` pretended, `'0'` real money.
   * @default what the provider's `sandbox` says; with neither, `invalid_request`: real money is never a default
   */
  sandboxYn?: SandboxYn;
  /** 총 결제액, 할인·쿠폰 적용 후: what is to be paid, in won. A positive whole number. */
  totalAmt: number;
  /**
   * The guide's callback, kept so that code written from the guide works unchanged. It hears what the payment window
   * says, `opened` and `closed` included. **`success` means that somebody has been asked, not that anybody has paid.**
   */
  request_cb?: (result: ScriptResult) => void;
}

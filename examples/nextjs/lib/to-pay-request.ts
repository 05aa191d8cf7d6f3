import type { PayRequest } from 'react-instead-pay';
import { readSettings } from './instead-settings';
import type { Order } from './order';
import { siteUrl } from './site-url';

// A shop with accounts takes it from there. The friend reads it: “김붕어 님이 결제를 부탁했어요”.
const SHOPPER_NAME = '김붕어';

/** The request, in the guide's own words. Everything in it comes from this server. */
export function toPayRequest(order: Order): PayRequest {
  return {
    name: SHOPPER_NAME,
    merchantUid: order.id,
    itemList: order.items.map(({ productId, productName, quantity }) => ({
      itemName: productName,
      itemAmt: String(quantity),
      imgUrl: `${siteUrl()}/pictures/${productId}`,
      orderUrl: `${siteUrl()}/products/${productId}`,
    })),
    payEndDttm: order.expiresAt,
    sandboxYn: readSettings().sandbox ? '1' : '0',
    totalAmt: order.totalAmt,
  };
}

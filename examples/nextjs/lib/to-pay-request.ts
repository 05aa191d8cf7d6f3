import type { PayRequest } from 'react-instead-pay';
import { readSettings } from './instead-settings';
import type { Order } from './order';
import { siteUrl } from './site-url';

/** The request, in the guide's own words. Everything in it comes from this server. */
export function toPayRequest(order: Order): PayRequest {
  return {
    name: order.name,
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

import { orders } from './books';

export function POST() {
  const order = {
    name: '김스테드',
    merchantUid: `order-${orders.size + 1}`,
    itemList: [{ itemName: '겨울 운동화', itemAmt: '1' }],
    payEndDttm: Date.now() + 86_400_000,
    totalAmt: 3000,
  };
  orders.set(order.merchantUid, { ...order, status: 'waiting' });
  return Response.json(order);
}

export function GET(request) {
  return Response.json(orders.get(new URL(request.url).searchParams.get('id')).status);
}

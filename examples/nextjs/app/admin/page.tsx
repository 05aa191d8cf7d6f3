import type { Metadata } from 'next';
import { AdminLive } from '@/components/admin-live';
import { AdminLogin } from '@/components/admin-login';
import { AdminOrder } from '@/components/admin-order';
import { DEMO_KEY } from '@/lib/admin-key';
import { getAdminKey, isAdmin } from '@/lib/admin';
import { statusOf } from '@/lib/order-view';
import { orders } from '@/lib/orders';

export const metadata: Metadata = { title: '주문 관리', robots: { index: false } };

const MOST_SHOWN = 100;

export default async function Page() {
  return (
    <div className="wide">
      <h1>주문 관리</h1>
      {(await isAdmin()) ? <List /> : <Door />}
    </div>
  );
}

async function Door() {
  const { status } = await getAdminKey();
  switch (status) {
    case 'set':
      return <AdminLogin />;
    case 'demo':
      return <AdminLogin hint={`모의 결제용 관리자 키: ${DEMO_KEY}`} />;
    case 'missing':
      return (
        <p className="card">
          관리자 키가 없어서 관리자 화면을 열 수 없어요. 서버의 환경 변수 <code>ADMIN_KEY</code>에 16자 이상의 열쇠를
          설정하고 쇼핑몰을 다시 시작해 주세요.
        </p>
      );
    case 'too_short':
      return (
        <p className="card">
          관리자 키가 너무 짧아서 관리자 화면을 열 수 없어요. <code>ADMIN_KEY</code>는 16자 이상이어야 해요.
        </p>
      );
  }
}

async function List() {
  const [shown, refunds] = await Promise.all([orders.list({ most: MOST_SHOWN }), orders.listRefunds()]);
  return (
    <>
      <AdminLive />
      {shown.length === 0 && <p className="soft">아직 주문이 없어요.</p>}
      <ul className="orders">
        {shown.map((order) => (
          <AdminOrder
            key={order.id}
            id={order.id}
            status={statusOf(order)}
            items={order.items}
            totalAmt={order.totalAmt}
            createdAt={order.createdAt}
            isOwed={refunds.includes(order.id)}
          />
        ))}
      </ul>
    </>
  );
}

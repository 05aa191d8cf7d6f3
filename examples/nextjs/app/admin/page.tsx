import type { Metadata } from 'next';
import { AdminLive } from '@/components/admin-live';
import { AdminLogin } from '@/components/admin-login';
import { AdminOrders } from '@/components/admin-orders';
import { AdminOwed } from '@/components/admin-owed';
import { AdminWebhooks } from '@/components/admin-webhooks';
import { DEMO_KEY } from '@/lib/admin-key';
import { getAdminKeys, readAdmin } from '@/lib/admin';

export const metadata: Metadata = { title: '주문 관리', robots: { index: false } };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const by = await readAdmin();
  return (
    <div className="wide">
      <h1>주문 관리</h1>
      {by === null ? <Door /> : <Desk by={by} search={await searchParams} />}
    </div>
  );
}

async function Door() {
  const known = await getAdminKeys();
  switch (known.status) {
    case 'set':
      return <AdminLogin />;
    case 'demo':
      return <AdminLogin hint={`모의 결제용 관리자 키: ${DEMO_KEY}`} />;
    case 'missing':
      return (
        <p className="card">
          관리자 키가 없어서 관리자 화면을 열 수 없어요. 서버의 환경 변수 <code>ADMIN_KEY</code>에 16자 이상의 관리자
          키를 설정하고 쇼핑몰을 다시 시작해 주세요.
        </p>
      );
  }
}

/** What is owed comes first, then what was not confirmed, then the orders. Each list has its own pages. */
function Desk({ by, search }: { by: string; search: Awaited<PageProps['searchParams']> }) {
  const pageOf = (name: string): number => Math.max(1, Math.trunc(Number(search[name])) || 1);
  const pages = { owed: pageOf('owed'), webhooks: pageOf('webhooks'), orders: pageOf('orders') };
  return (
    <>
      <AdminLive by={by} />
      <AdminOwed pages={pages} />
      <AdminWebhooks pages={pages} />
      <AdminOrders pages={pages} />
    </>
  );
}

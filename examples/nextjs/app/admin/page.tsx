import type { Metadata } from 'next';
import { AdminLive } from '@/components/admin-live';
import { AdminLogin } from '@/components/admin-login';
import { AdminOrders } from '@/components/admin-orders';
import { AdminOwed } from '@/components/admin-owed';
import { ActedProvider } from '@/components/admin-watch';
import { AdminWebhooks } from '@/components/admin-webhooks';
import { KeepFocus } from '@/components/keep-focus';
import { DEMO_KEY } from '@/lib/admin-key';
import { getAdminKeys, readAdmin } from '@/lib/admin';
import { readAdminSearch, type AdminSearch } from '@/lib/admin-search';
import { readWords } from '@/lib/read-words';
import { staffName } from '@/lib/staff-name';

export async function generateMetadata(): Promise<Metadata> {
  const { admin } = await readWords();
  return { title: (await readAdmin()) === null ? admin.loginTitle : admin.title, robots: { index: false } };
}

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const words = await readWords();
  const by = await readAdmin();
  return (
    <div className="wide">
      <h1>{words.admin.title}</h1>
      <KeepFocus />
      <ActedProvider>
        {by === null ? <Door /> : <Desk by={staffName(by, words)} search={readAdminSearch(await searchParams)} />}
      </ActedProvider>
    </div>
  );
}

async function Door() {
  const { admin } = await readWords();
  const known = await getAdminKeys();
  switch (known.status) {
    case 'set':
      return <AdminLogin />;
    case 'demo':
      return <AdminLogin hint={admin.demoKey(DEMO_KEY)} />;
    case 'missing':
      return (
        <p className="card">
          {admin.noKey} <code>ADMIN_KEY</code>
          {admin.noKeyEnd}
        </p>
      );
  }
}

/** What is owed comes first, then what was not confirmed, then the orders. Each list has its own pages. */
function Desk({ by, search }: { by: string; search: AdminSearch }) {
  return (
    <>
      <AdminLive by={by} />
      <AdminOwed search={search} />
      <AdminWebhooks search={search} />
      <AdminOrders search={search} />
    </>
  );
}

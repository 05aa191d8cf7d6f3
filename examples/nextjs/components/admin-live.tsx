'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Refreshes the admin page when anything changes, and renders who is logged in, with the logout button. */
export function AdminLive({ by }: { by: string }) {
  const router = useRouter();
  useEffect(() => {
    const stream = new EventSource('/api/admin/events');
    stream.onmessage = () => router.refresh();
    return () => stream.close();
  }, [router]);

  async function leave() {
    await fetch('/api/admin/session', { method: 'DELETE' });
    router.refresh();
  }
  return (
    <p className="line">
      <span className="soft">{by} 님으로 로그인했어요.</span>
      <button type="button" className="plain leave" onClick={() => void leave()}>
        로그아웃
      </button>
    </p>
  );
}

'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Refreshes the admin page when an order changes, and renders the logout button. */
export function AdminLive() {
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
    <button type="button" className="plain leave" onClick={() => void leave()}>
      로그아웃
    </button>
  );
}

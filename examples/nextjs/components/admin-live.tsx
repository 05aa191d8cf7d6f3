'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the admin page anew whenever an order changes, and lets the admin out. */
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
      나가기
    </button>
  );
}

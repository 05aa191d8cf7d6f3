'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useAnnounce } from './announcer';
import { focusHeading } from './focus-heading';
import { useWords } from './language';

/** Refreshes the admin page when anything changes, and renders who is logged in, with the logout button. */
export function AdminLive({ by }: { by: string }) {
  const { admin } = useWords();
  const announce = useAnnounce();
  const router = useRouter();
  useEffect(() => {
    const stream = new EventSource('/api/admin/events');
    stream.onmessage = () => router.refresh();
    return () => stream.close();
  }, [router]);

  async function leave() {
    const response = await fetch('/api/admin/session', { method: 'DELETE' }).catch(() => null);
    if (!response?.ok) return announce(admin.failed);
    // The heading is the same on both sides of the door: the focus does not get lost with the button.
    focusHeading();
    announce(admin.loggedOut);
    router.refresh();
  }
  return (
    <p className="line">
      <span className="soft">{admin.loggedInAs(by)}</span>
      <button type="button" className="plain leave" onClick={() => void leave()}>
        {admin.logOut}
      </button>
    </p>
  );
}

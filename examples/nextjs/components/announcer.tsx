'use client';
import { usePathname } from 'next/navigation';
import { createContext, useCallback, useContext, useState, type ReactNode } from 'react';

type Announce = (text: string) => void;

const Announcer = createContext<Announce>(() => {});

/**
 * One live region for what has no place on the page, or whose place goes away with the change. It is in the tree before
 * its first text, or screen readers would not announce that. What the page shows anyway is not repeated here.
 */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [said, setSaid] = useState({ text: '', count: 0, pathname });
  const announce = useCallback<Announce>(
    (text) => setSaid(({ count }) => ({ text, count: count + 1, pathname })),
    [pathname],
  );
  const text = said.pathname === pathname ? said.text : '';
  return (
    <>
      <Announcer value={announce}>{children}</Announcer>
      <p className="hidden" role="status">
        {/* A new element for each text: the same one twice is announced twice. */}
        {text && <span key={said.count}>{text}</span>}
      </p>
    </>
  );
}

/** Returns a function that has screen readers announce a text. */
export const useAnnounce = (): Announce => useContext(Announcer);

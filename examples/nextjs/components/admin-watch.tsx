'use client';
import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useAnnounce } from './announcer';

const Acted = createContext<Set<string>>(new Set());

/** The rows that the person at this page has acted on, by the keys of {@link AdminWatch}. Only these are announced. */
export function ActedProvider({ children }: { children: ReactNode }) {
  const [acted] = useState(() => new Set<string>());
  return <Acted value={acted}>{children}</Acted>;
}

export const useActed = (): Set<string> => useContext(Acted);

interface AdminWatchProps {
  /** By key: the state of each row of a list, and what is announced when a row comes to that state. */
  rows: Readonly<Record<string, { state: string; text: string }>>;
  /** By key: what is announced when a row is gone. */
  gone?: Readonly<Record<string, string>>;
}

/**
 * Announces what became of the rows that this person has acted on: a refund is done minutes later, and its row is gone by then.
 * What other people and shoppers do is shown and not announced, since a busy shop would never stop talking.
 */
export function AdminWatch({ rows, gone = {} }: AdminWatchProps) {
  const announce = useAnnounce();
  const acted = useActed();
  const before = useRef({ rows, gone });
  useEffect(() => {
    const { rows: last, gone: lastGone } = before.current;
    before.current = { rows, gone };
    for (const [key, { state }] of Object.entries(last)) {
      if (!acted.has(key) || rows[key]?.state === state) continue;
      const text = rows[key]?.text ?? lastGone[key];
      if (text) announce(text);
      if (!rows[key]) acted.delete(key);
    }
  }, [rows, gone, acted, announce]);
  return null;
}

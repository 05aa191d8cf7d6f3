'use client';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { focusHeading } from './focus-heading';

/**
 * After a navigation inside the shop, focuses the heading of the new page where the focused element is gone with the old one. A
 * keyboard would otherwise start again at the top of the page, and a screen reader would not announce where it is.
 */
export function FocusOnNavigation() {
  const pathname = usePathname();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === document.body) focusHeading();
  }, [pathname]);
  return null;
}

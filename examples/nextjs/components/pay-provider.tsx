'use client';
import { useState, type ReactNode } from 'react';
import { InsteadProvider } from 'react-instead-pay';
import { settings } from '@/lib/instead-settings';

/** Instead for the whole shop, so that going from page to page does not load it anew. */
export function PayProvider({ nonce, children }: { nonce?: string; children: ReactNode }) {
  // The policy is the document's, so its first nonce stays the right one, whatever a later rendering on the server says.
  const [first] = useState(nonce);
  return (
    <InsteadProvider {...settings} nonce={first}>
      {children}
    </InsteadProvider>
  );
}

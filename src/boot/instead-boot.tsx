import type { ReactElement } from 'react';
import { toScriptSource } from '../protocol/script-source.ts';
import { toBootScript } from './boot-script.ts';

/** The props of {@link InsteadBoot}: those of the provider that decide what is loaded. */
export interface InsteadBootProps {
  /** The client id of the provider. */
  clientId: string;
  /** The provider's `apiUrl`, if it has one. */
  apiUrl?: string;
  /** The provider's `scriptSrc`, if it has one. */
  scriptSrc?: string | readonly string[];
  /** The provider's `scriptIntegrity`, if it has one. */
  scriptIntegrity?: string;
  /** The nonce of the page's Content-Security-Policy. */
  nonce?: string;
}

/**
 * Requests the token and preloads Instead's script while the browser reads the page, before the app's code has loaded.
 *
 * Render it in the `<head>` of a page that a server renders, with the same props as the provider; a server component can. The
 * provider adopts the token if `clientId` and `apiUrl` are the same, and requests one itself if there is none.
 *
 * @example
 * import type { ReactNode } from 'react';
 * import { InsteadBoot } from 'react-instead-pay/boot';
 *
 * export default function RootLayout({ children }: { children: ReactNode }) {
 *   return (
 *     <html lang="ko">
 *       <head>
 *         <InsteadBoot clientId="my-shop" />
 *       </head>
 *       <body>{children}</body>
 *     </html>
 *   );
 * }
 */
export function InsteadBoot({ clientId, ...options }: InsteadBootProps): ReactElement {
  const { addresses, integrity, nonce, apiUrl } = toScriptSource(options);
  return (
    <>
      {integrity && (
        // As a module, which does not run: the frame gets the file from the cache.
        <link
          rel="modulepreload"
          href={addresses[0]}
          as="script"
          crossOrigin="anonymous"
          {...{ integrity, nonce }}
          suppressHydrationWarning
        />
      )}
      {/* Browsers hide the nonce from scripts, React included. */}
      <script
        nonce={nonce}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: toBootScript(clientId, apiUrl) }}
      />
    </>
  );
}

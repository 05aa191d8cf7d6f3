import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PayOverlay } from 'react-instead-pay';
import { AnnouncerProvider } from '@/components/announcer';
import { CartLink } from '@/components/cart-link';
import { FocusOnNavigation } from '@/components/focus-on-navigation';
import { LanguageProvider } from '@/components/language';
import { LanguageSwitch } from '@/components/language-switch';
import { NavLink } from '@/components/nav-link';
import { PayProvider } from '@/components/pay-provider';
import { SentOrderProvider } from '@/components/sent-order';
import { isEmbedded, readSettings, EMULATOR_PATH } from '@/lib/instead-settings';
import { readLanguage, readWords } from '@/lib/read-words';
import 'react-instead-pay/styles.css';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  const { shop } = await readWords();
  return { title: { default: shop.name, template: `%s · ${shop.name}` }, description: shop.description };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf6f0' },
    { media: '(prefers-color-scheme: dark)', color: '#171310' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const settings = readSettings();
  const language = await readLanguage();
  const { shop } = await readWords();
  return (
    <html lang={language}>
      <body>
        <LanguageProvider language={language}>
          <header className="top">
            <Link className="brand" href="/" prefetch={false}>
              {shop.name}
            </Link>
            {settings.sandbox && <span className="badge">{shop.testMode}</span>}
            <nav aria-label={shop.navigation}>
              <NavLink href="/products">{shop.menu}</NavLink>
              <NavLink href="/orders">{shop.orders}</NavLink>
              <CartLink />
            </nav>
            <LanguageSwitch />
          </header>
          <main>
            <AnnouncerProvider>
              <PayProvider settings={settings} nonce={nonce}>
                <SentOrderProvider>{children}</SentOrderProvider>
                {/* Here for all pages: the window may still be open when the shopper has gone on to another one, or has reloaded. */}
                <PayOverlay />
              </PayProvider>
            </AnnouncerProvider>
          </main>
          {isEmbedded() && (
            <footer className="bottom">
              <span>{shop.noMoney}</span>
              <a href={`${EMULATOR_PATH}/`} target="_blank" rel="noreferrer">
                {shop.toEmulator} ({shop.newTab})
              </a>
              <Link href="/admin" prefetch={false}>
                {shop.toAdmin}
              </Link>
            </footer>
          )}
          <FocusOnNavigation />
        </LanguageProvider>
      </body>
    </html>
  );
}

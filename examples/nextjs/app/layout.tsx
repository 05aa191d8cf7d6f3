import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PayOverlay } from 'react-instead-pay';
import { SentOrderProvider } from '@/components/sent-order';
import { CartLink } from '@/components/cart-link';
import { PayProvider } from '@/components/pay-provider';
import { isEmbedded, readSettings, EMULATOR_PATH } from '@/lib/instead-settings';
import 'react-instead-pay/styles.css';
import './globals.css';

export const metadata: Metadata = {
  title: { default: '골목 붕어빵', template: '%s · 골목 붕어빵' },
  description: '먹고 싶은 건 나, 결제는 친구가.',
};

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
  return (
    <html lang="ko">
      <body>
        <header className="top">
          <Link className="brand" href="/" prefetch={false}>
            골목 붕어빵
          </Link>
          {settings.sandbox && <span className="badge">모의 결제</span>}
          <nav aria-label="쇼핑몰">
            <Link href="/products" prefetch={false}>
              메뉴
            </Link>
            <Link href="/orders" prefetch={false}>
              내 주문
            </Link>
            <CartLink />
          </nav>
        </header>
        <main>
          <PayProvider settings={settings} nonce={nonce}>
            <SentOrderProvider>{children}</SentOrderProvider>
            {/* Here for all pages: the window may still be open when the shopper has gone on to another one, or has reloaded. */}
            <PayOverlay />
          </PayProvider>
        </main>
        {isEmbedded() && (
          <footer className="bottom">
            진짜 돈은 오가지 않아요. 결제 서비스를 흉내 내는{' '}
            <a href={`${EMULATOR_PATH}/`} target="_blank" rel="noreferrer">
              에뮬레이터
            </a>
            에서 요청과 웹훅을 볼 수 있어요. 관리자 화면은{' '}
            <Link href="/admin" prefetch={false}>
              관리자 화면
            </Link>
            에 있어요.
          </footer>
        )}
      </body>
    </html>
  );
}

import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PayProvider } from '@/components/pay-provider';
import { isEmbedded, SANDBOX_PATH, settings } from '@/lib/instead-settings';
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
  return (
    <html lang="ko">
      <body>
        <header className="top">
          <Link href="/" prefetch={false}>
            골목 붕어빵
          </Link>
          {settings.sandbox && <span className="badge">모의 결제</span>}
        </header>
        <main>
          <PayProvider nonce={nonce}>{children}</PayProvider>
        </main>
        {isEmbedded && (
          <footer className="bottom">
            진짜 돈은 오가지 않아요. 결제 서비스를 흉내 내는{' '}
            <a href={`${SANDBOX_PATH}/`} target="_blank" rel="noreferrer">
              샌드박스
            </a>
            에서 요청과 통보를 볼 수 있어요.
          </footer>
        )}
      </body>
    </html>
  );
}

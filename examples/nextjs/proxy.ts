import { NextResponse, type NextRequest } from 'next/server';
import { createPolicy } from '@/lib/content-policy';
import { chooseLanguage, isLanguage, LANGUAGE_COOKIE, LANGUAGE_HEADER } from '@/lib/language';

const ONE_YEAR_S = 365 * 24 * 60 * 60;

/** Gives every page its language, and a Content-Security-Policy with a new nonce. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = createPolicy(nonce);
  const asked = request.nextUrl.searchParams.get('lang');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set(LANGUAGE_HEADER, chooseLanguage(asked, request.cookies.get(LANGUAGE_COOKIE)?.value));
  // Next takes the nonce for its own scripts out of this one.
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (isLanguage(asked)) {
    response.cookies.set(LANGUAGE_COOKIE, asked, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: ONE_YEAR_S });
  }
  return response;
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|instead(?:/|$)|pictures/|_next/static|_next/image|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};

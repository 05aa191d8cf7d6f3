import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { chooseLanguage, isLanguage, LANGUAGES, WORDS, type Language, type View } from '../pages/language.ts';
import { policyFor, type Html } from '../pages/layout.ts';

const COOKIE = 'instead_emulator_lang';

/**
 * Creates what a page needs. Its language is that of `?lang=`, which a cookie keeps for the next pages, or `language` of the
 * options, or the one that the browser prefers. English, if that one is not among those that the page offers.
 */
export function createView(
  context: Context,
  language: Language | undefined,
  offered: readonly Language[] = LANGUAGES,
): View {
  const url = new URL(context.req.url);
  const asked = url.searchParams.get('lang');
  if (isLanguage(asked)) setCookie(context, COOKIE, asked, { path: '/', sameSite: 'Lax', httpOnly: true });
  const chosen = [asked, getCookie(context, COOKIE), language].find(isLanguage);
  const wanted = chosen ?? chooseLanguage(context.req.header('accept-language'), offered);
  const current = offered.includes(wanted) ? wanted : 'en';
  // A POST has no page at its own address. Its form is one level up.
  const here = context.req.method === 'POST' ? new URL('.', url) : url;
  return {
    language: current,
    words: WORDS[current],
    t: (ko, en) => (current === 'ko' ? ko : en),
    switches: offered.map((each) => {
      here.searchParams.set('lang', each);
      return { language: each, path: here.pathname + here.search };
    }),
    nonce: crypto.randomUUID().replaceAll('-', ''),
  };
}

/** Responds with a page under a strict Content-Security-Policy. */
export async function showPage(
  context: Context,
  { nonce }: Pick<View, 'nonce'>,
  page: Html,
  status: 200 | 400 | 403 | 404 | 410 = 200,
): Promise<Response> {
  return context.html(await page, status, {
    'Content-Security-Policy': policyFor(nonce),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language, Cookie',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
}

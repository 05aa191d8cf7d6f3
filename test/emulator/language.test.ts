import { describe, expect, it } from 'vitest';
import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';
import { openEmulator } from './open-emulator.ts';

const languageOf = (page: string) => /<html lang="([\w-]+)"/.exec(page)?.[1];

/** Opens an emulator with one payment of each status, and returns the addresses of all its pages. */
async function openPages() {
  const opened = openEmulator({ webhookUrl: 'http://localhost:3000/', deliver: async () => new Response() });
  const order = { name: 'Kim', itemList: [{ itemName: 'Shoes', itemAmt: 1 }] };
  const [waiting, paid, failed, cancelled] = [1, 2, 3, 4].map(() => opened.payment(order));
  await opened.pay((await paid!).uid);
  await opened.decline((await failed!).uid);
  await opened.post(`/api/payments/${(await cancelled!).uid}/cancel`, {});
  await opened.emulator.settled();
  opened.emulator.setFaults({ sessionDelay: 1 });
  const pages = await Promise.all([waiting!, paid!, failed!, cancelled!]);
  const paths = pages.flatMap(({ uid, sessionId }) => [
    `/checkout/${uid}`,
    `/checkout/${uid}?done`,
    `/checkout/${uid}?decline`,
    `/api/pay?session_id=${sessionId}`,
  ]);
  return { ...opened, uid: pages[0].uid, paths: [...paths, '/checkout/none', '/api/pay?session_id=none'] };
}

const withLanguage = (path: string, language: string) => path + (path.includes('?') ? '&' : '?') + `lang=${language}`;

/** Returns the words of a page, and of its script, without the mark 모의 결제 and the names of the languages. */
const wordsOf = (page: string) =>
  page
    .replace('<b lang="ko">모의 결제</b>', '')
    .replace(/<nav class="languages"[\s\S]*?<\/nav>/, '')
    .replace(/<style[\s\S]*?<\/style>/, '');

const SWITCH = [
  ['ko', '한국어'],
  ['en', 'English'],
  ['ja', '日本語'],
  ['zh-CN', '简体中文'],
] as const;

describe('every page', () => {
  it.each([
    ['en', /[\p{Script=Hangul}\p{Script=Han}\p{Script=Kana}\p{Script=Hiragana}].*/u],
    ['ja', /\p{Script=Hangul}.*/u],
    ['zh-CN', /[\p{Script=Hangul}\p{Script=Kana}\p{Script=Hiragana}].*/u],
  ])('is in %s with ?lang=, without a word of another script', async (language, otherScripts) => {
    const { paths, text } = await openPages();
    for (const path of paths) {
      const page = await text(withLanguage(path, language));
      expect(languageOf(page), path).toBe(language);
      expect(wordsOf(page).match(otherScripts)?.[0], path).toBeUndefined();
    }
  });

  it('links to the same page in the other languages', async () => {
    const { paths, text } = await openPages();
    for (const path of paths) {
      for (const [language] of SWITCH) {
        const page = await text(withLanguage(path, language));
        const links = [...page.matchAll(/<a href="([^"]+)" lang="([\w-]+)" hreflang="\2"\s*>([^<]+)</g)];
        expect(links.map(([, , tag, name]) => [tag, name])).toEqual(SWITCH.filter(([tag]) => tag !== language));
        for (const [, link, tag] of links) {
          expect(link!.split('?')[0]).toBe(path.split('?')[0]);
          expect(languageOf(await text(link!.replaceAll('&amp;', '&')))).toBe(tag);
        }
      }
    }
  });

  it('keeps a language that was chosen, after a form as well', async () => {
    const { fetch, uid } = await openPages();
    const cookie = (await fetch('/?lang=ja')).headers.get('set-cookie')!;
    expect(cookie).toMatch(/^instead_emulator_lang=ja;.*HttpOnly;.*SameSite=Lax/);
    const headers = { cookie: cookie.split(';')[0]!, 'accept-language': 'ko' };
    expect(languageOf(await (await fetch(`/checkout/${uid}`, { headers })).text())).toBe('ja');
    const body = new URLSearchParams({ method: 'cash' });
    const refused = await (await fetch(`/checkout/${uid}/pay`, { method: 'POST', headers, body })).text();
    expect(refused).toContain('このお支払い方法は利用できません。');
    // A POST has no page at its own address.
    expect(refused).toContain(`href="/checkout/${uid}/?lang=ko"`);
    expect(languageOf(await (await fetch(`/checkout/${uid}/?lang=ko`)).text())).toBe('ko');
  });
});

it.each([
  ['ko', 'ko'],
  ['en', 'en'],
  ['ja', 'en'],
  ['zh-CN', 'en'],
])('the dashboard with ?lang=%s is in %s, and links to the other one', async (asked, language) => {
  const { text, payment, emulator } = openEmulator();
  await payment({ name: 'Kim', itemList: [{ itemName: 'Shoes', itemAmt: 1 }] });
  emulator.setFaults({ sessionDelay: 1 });
  const page = await text(`/?lang=${asked}`);
  expect(languageOf(page)).toBe(language);
  expect([...page.matchAll(/hreflang="([\w-]+)"/g)].map(([, tag]) => tag)).toEqual([language === 'ko' ? 'en' : 'ko']);
  for (const path of ['/', '/live']) {
    const hasKorean = /\p{Script=Hangul}/u.test(wordsOf(await text(withLanguage(path, asked))));
    expect(hasKorean, path).toBe(language === 'ko');
  }
});

it.each([
  [undefined, 'ko'],
  ['*', 'ko'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8', 'ko'],
  ['en-US,en;q=0.9,ko;q=0.8', 'en'],
  ['en', 'en'],
  ['fr-FR,fr;q=0.9', 'en'],
  ['fr-FR,ko;q=0.5', 'ko'],
  ['', 'en'],
  ['ja-JP,ja;q=0.9,en;q=0.8', 'ja'],
  ['JA', 'ja'],
  ['jam', 'en'],
  ['zh-CN,zh;q=0.9', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh-TW,zh;q=0.9,en-US;q=0.8', 'zh-CN'],
  ['zh-Hant-HK,en;q=0.8', 'en'],
  ['fr-FR,ja;q=0.5', 'ja'],
])('the checkout page for Accept-Language %j is in %s', async (header, language) => {
  const headers: Record<string, string> = header === undefined ? {} : { 'accept-language': header };
  const response = await createEmulator().fetch(new Request('http://localhost/checkout/none', { headers }));
  expect(languageOf(await response.text())).toBe(language);
  expect(response.headers.get('vary')).toContain('Accept-Language');
});

it('the option language goes before Accept-Language, and ?lang= before the option', async () => {
  const { fetch } = openEmulator({ language: 'en' });
  const headers = { 'accept-language': 'ko' };
  expect(languageOf(await (await fetch('/', { headers })).text())).toBe('en');
  expect(languageOf(await (await fetch('/?lang=ko', { headers })).text())).toBe('ko');
  expect(languageOf(await (await fetch('/?lang=fr', { headers })).text())).toBe('en');
});

it('createEmulator() throws for an unknown language', () => {
  expect(() => createEmulator({ language: 'fr' } as unknown as EmulatorOptions)).toThrow(
    /language must be one of: ko, en, ja, zh-CN/,
  );
});

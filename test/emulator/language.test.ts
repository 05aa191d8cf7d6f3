import { describe, expect, it } from 'vitest';
import { createEmulator, type EmulatorOptions } from 'react-instead-pay/emulator';
import { openEmulator } from './open-emulator.ts';

const languageOf = (page: string) => /<html lang="(\w+)"/.exec(page)?.[1];

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
    `/api/pay?session_id=${sessionId}`,
  ]);
  return { ...opened, uid: pages[0].uid, paths: [...paths, '/', '/checkout/none', '/api/pay?session_id=none'] };
}

const withLanguage = (path: string, language: string) => path + (path.includes('?') ? '&' : '?') + `lang=${language}`;

describe('every page', () => {
  it('is in English with ?lang=en, without a Korean word but the mark 모의 결제 and the switch', async () => {
    const { paths, text } = await openPages();
    for (const path of [...paths, '/live']) {
      const page = await text(withLanguage(path, 'en'));
      if (path !== '/live') expect(languageOf(page), path).toBe('en');
      const words = page.replace('<b lang="ko">모의 결제</b>', '').replace(/<a [^>]*lang="ko"[^>]*>한국어<\/a>/, '');
      expect(words.match(/[가-힣].*/), path).toBeNull();
    }
  });

  it('is in Korean with ?lang=ko, and links to the same page in English', async () => {
    const { paths, text } = await openPages();
    for (const path of paths) {
      const page = await text(withLanguage(path, 'ko'));
      expect(languageOf(page), path).toBe('ko');
      const link = /<a href="([^"]+)" lang="en"/.exec(page)![1]!.replaceAll('&amp;', '&');
      expect(languageOf(await text(link)), path).toBe('en');
      expect(link.split('?')[0]).toBe(path.split('?')[0]);
    }
  });

  it('keeps a language that was chosen, after a form as well', async () => {
    const { fetch, uid } = await openPages();
    const cookie = (await fetch('/?lang=en')).headers.get('set-cookie')!;
    expect(cookie).toMatch(/^instead_emulator_lang=en;.*HttpOnly;.*SameSite=Lax/);
    const headers = { cookie: cookie.split(';')[0]!, 'accept-language': 'ko' };
    expect(languageOf(await (await fetch(`/checkout/${uid}`, { headers })).text())).toBe('en');
    const body = new URLSearchParams({ method: 'cash' });
    const refused = await (await fetch(`/checkout/${uid}/pay`, { method: 'POST', headers, body })).text();
    expect(refused).toContain('This payment method is not available.');
    // A POST has no page at its own address.
    expect(refused).toContain(`href="/checkout/${uid}/?lang=ko"`);
    expect(languageOf(await (await fetch(`/checkout/${uid}/?lang=ko`)).text())).toBe('ko');
  });
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
])('the first page for Accept-Language %j is in %s', async (header, language) => {
  const headers: Record<string, string> = header === undefined ? {} : { 'accept-language': header };
  const response = await createEmulator().fetch(new Request('http://localhost/', { headers }));
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
    /language must be one of: ko, en/,
  );
});

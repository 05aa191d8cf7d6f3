import { detectInAppBrowser, type InAppBrowser } from 'react-instead-pay';
import { afterEach, expect, test, vi } from 'vitest';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const GALAXY = 'Mozilla/5.0 (Linux; Android 13; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko)';
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 13; SM-S918N Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0';

/** What browsers and apps really send: iOS and Android, phone and tablet, older and newer. */
const table: [name: string, app: InAppBrowser['app'], userAgent: string][] = [
  ['KakaoTalk on iOS', 'kakaotalk', `${IPHONE} Mobile/15E148 KAKAOTALK 10.3.1`],
  ['KakaoTalk on Android', 'kakaotalk', `${WEBVIEW} Chrome/115.0.5790.138 Mobile Safari/537.36;KAKAOTALK 2410310`],
  ['KakaoTalk, newer', 'kakaotalk', `${WEBVIEW} Chrome/134.0.0.0 Mobile Safari/537.36 KAKAOTALK/25.4.3 (INAPP)`],
  [
    'Naver on iOS',
    'naver',
    `${IPHONE} Version/16.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1010; 11.24.5; 12PRO)`,
  ],
  [
    'Naver on Android, which is made of Whale',
    'naver',
    `${WEBVIEW} Chrome/102.0.5005.189 Whale/1.0.0.0 Crosswalk/27.102.0.21 Safari/537.36 NAVER(inapp; search; 1010; 11.24.6)`,
  ],
  ['Naver, an older one', 'naver', `${IPHONE} Mobile/15E216 NAVER(inapp; search; 580; 8.6.3; 7)`],
  [
    'Instagram on iOS',
    'instagram',
    `${IPHONE} Mobile/15E148 Instagram 389.0.0.28.88 (iPhone15,3; iOS 18_5; ko_KR; ko; scale=3.00; 1290x2796; 123456789)`,
  ],
  [
    'Instagram on Android',
    'instagram',
    `${WEBVIEW} Chrome/119.0.6045.66 Mobile Safari/537.36 Instagram 309.0.0.40.113 Android (34/14; 510dpi; 1080x2113; samsung)`,
  ],
  ['Instagram, which belongs to Facebook', 'instagram', `${IPHONE} Mobile/15E148 Instagram 350.0.0.0 FBAN/Instagram`],
  [
    'Facebook on iOS',
    'facebook',
    `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/442.0.0.23.114;FBBV/546462966;FBDV/iPhone15,3]`,
  ],
  [
    'Facebook on Android',
    'facebook',
    `${WEBVIEW} Chrome/112.0.5615.136 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/414.0.0.30.113;]`,
  ],
  [
    'Messenger',
    'facebook',
    `${WEBVIEW} Chrome/111.0.5563.116 Mobile Safari/537.36 [FB_IAB/Orca-Android;FBAV/401.0.0.14.97;]`,
  ],
  ['LINE on iOS', 'line', `${IPHONE} Mobile/15E148 Safari Line/15.12.1`],
  ['LINE’s LIFF', 'line', `${IPHONE} Mobile/15E148 Safari Line/15.12.1 LIFF`],
  ['LINE on Android', 'line', `${WEBVIEW} Chrome/120.0.0.0 Mobile Safari/537.36 Line/13.21.0/IAB`],
  ['another app on Android', 'webview', `${WEBVIEW} Chrome/129.0.6668.100 Mobile Safari/537.36`],
  ['Band on Android', 'webview', `${WEBVIEW} Chrome/129.0.6668.100 Mobile Safari/537.36 BAND/19.0.1 (Android 13)`],
  ['another app on an iPhone', 'webview', `${IPHONE} Mobile/15E148`],
  ['another app on an iPad that asks for desktop pages', 'webview', IPAD],

  ['Chrome on a desktop', null, `${WINDOWS} Chrome/142.0.0.0 Safari/537.36`],
  ['Chrome on Android', null, `${GALAXY} Chrome/126.0.0.0 Mobile Safari/537.36`],
  ['Chrome on iOS', null, `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`],
  ['Samsung Internet', null, `${GALAXY} SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36`],
  ['Safari on an iPhone', null, `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['Safari on a Mac', null, `${IPAD} Version/17.5 Safari/605.1.15`],
  [
    'Chrome on a Mac',
    null,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36',
  ],
  ['Firefox on iOS', null, `${IPHONE} FxiOS/131.0 Mobile/15E148 Safari/605.1.15`],
  ['Firefox on Android', null, 'Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0'],
  ['Firefox on a Mac', null, 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0'],
  ['Edge', null, `${WINDOWS} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0`],
  ['Edge on iOS', null, `${IPHONE} Version/17.0 EdgiOS/121.0.2277.107 Mobile/15E148 Safari/604.1`],
  ['Whale, Naver’s browser', null, `${WINDOWS} Chrome/142.0.0.0 Whale/4.35.351.16 Safari/537.36`],
  ['Whale on Android', null, `${GALAXY} Chrome/122.0.6261.119 Whale/3.3.4.1 Mobile Safari/537.36`],
  [
    'WebKitGTK',
    null,
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15',
  ],
  [
    'jsdom on a Mac, where shops test',
    null,
    'Mozilla/5.0 (darwin) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/29.1.1',
  ],
  [
    'KakaoTalk’s preview robot',
    null,
    'facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984',
  ],
  ['nothing', null, ''],
];

test.each(table)('%s is %s', (_, app, userAgent) => {
  expect(detectInAppBrowser(userAgent)).toEqual({ app, popups: app ? 'unreliable' : 'supported' });
});

afterEach(() => vi.unstubAllGlobals());

test('asks the browser when it is given nothing', () => {
  vi.stubGlobal('navigator', { userAgent: `${IPHONE} Mobile/15E148 KAKAOTALK 10.3.1` });
  expect(detectInAppBrowser().app).toBe('kakaotalk');
});

test.each([undefined, {}])('is an ordinary browser where there is none to ask: %s', (navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(detectInAppBrowser()).toEqual({ app: null, popups: 'supported' });
});

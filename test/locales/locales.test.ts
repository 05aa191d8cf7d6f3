import { en, ja, ko, zhCN } from 'react-instead-pay/locales';
import { describe, expect, test } from 'vitest';

const locales = [ko, en, ja, zhCN];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe.each(locales)('$lang', (locale) => {
  test('has a text for every word, without white space around it', () => {
    const { order, ...words } = locale;
    for (const text of [...Object.values(words), ...Object.values(order)]) {
      if (typeof text === 'string') expect(text).toBe(text.trim());
      expect(text).toBeTruthy();
    }
  });
});

test.each([
  [0, '결제 기한이 지났어요', 'The time to pay is over', '支払い期限が過ぎました', '付款期限已过'],
  [1000, '1초 남음', '1 s left', '残り1秒', '还剩1秒'],
  [MINUTE, '1분 남음', '1 min left', '残り1分', '还剩1分钟'],
  [HOUR + 5 * MINUTE, '1시간 5분 남음', '1 h 5 min left', '残り1時間5分', '还剩1小时5分钟'],
  [DAY, '1일 남음', '1 day left', '残り1日', '还剩1天'],
  [3 * DAY + 2 * HOUR, '3일 2시간 남음', '3 days 2 h left', '残り3日2時間', '还剩3天2小时'],
])('%i ms that are left are formatted in each language', (ms, ...texts) => {
  expect(locales.map(({ formatTimeLeft }) => formatTimeLeft(ms))).toEqual(texts);
});

test('an instant is formatted in Korean time, whatever the zone of the device', () => {
  const instant = Date.UTC(2026, 10, 25, 16, 49);
  expect(locales.map(({ formatDateTime }) => formatDateTime(instant))).toEqual([
    '2026년 11월 26일 01:49 KST',
    '26 November 2026, 01:49 KST',
    '2026年11月26日 01:49 KST',
    '2026年11月26日 01:49 KST',
  ]);
});

test.each([
  [0, '0원', '₩0', '0ウォン', '0韩元'],
  [999, '999원', '₩999', '999ウォン', '999韩元'],
  [3000, '3,000원', '₩3,000', '3,000ウォン', '3,000韩元'],
  [1234567, '1,234,567원', '₩1,234,567', '1,234,567ウォン', '1,234,567韩元'],
])('%i won are formatted in each language', (amount, ...texts) => {
  expect(locales.map(({ formatWon }) => formatWon(amount))).toEqual(texts);
});

test('no text of one language is left in another', () => {
  for (const key of ['idle', 'sent', 'popupBlocked', 'loading', 'cancel'] as const)
    expect(new Set(locales.map((locale) => locale[key])).size, key).toBe(locales.length);
});

import type { Locale } from '../payment/locale.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Formats milliseconds as `23시간 59분 남음`: without minutes from a day on, with seconds in the last minute. */
export function formatTimeLeft(left: number, locale: Locale): string {
  const [days, hours, minutes, seconds] = [
    Math.floor(left / DAY),
    Math.floor((left % DAY) / HOUR),
    Math.floor((left % HOUR) / MINUTE),
    Math.floor((left % MINUTE) / 1000),
  ];
  const [day, hour, minute, second] =
    locale === 'ko' ? ['일', '시간', '분', '초'] : [days === 1 ? ' day' : ' days', ' h', ' min', ' s'];
  const parts =
    days > 0
      ? [`${days}${day}`, hours > 0 && `${hours}${hour}`]
      : hours > 0
        ? [`${hours}${hour}`, `${minutes}${minute}`]
        : [minutes > 0 ? `${minutes}${minute}` : `${seconds}${second}`];
  return `${parts.filter(Boolean).join(' ')} ${locale === 'ko' ? '남음' : 'left'}`;
}

export const formatExpired = (locale: Locale): string =>
  locale === 'ko' ? '결제 기한이 지났어요' : 'The time to pay is over';

const months =
  /* @__PURE__ */ 'January February March April May June July August September October November December'.split(' ');
const NINE_HOURS = 32_400_000;

/** Formats Unix ms as `2026년 11월 25일 16:49 KST`. Computed without Intl, so that server and browser render the same characters. */
export function formatDateTime(instant: number, locale: Locale): string {
  const there = new Date(instant + NINE_HOURS);
  const [year, month, day] = [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
  const time = [there.getUTCHours(), there.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return locale === 'ko'
    ? `${year}년 ${month + 1}월 ${day}일 ${time} KST`
    : `${day} ${months[month]} ${year}, ${time} KST`;
}

const NINE_HOURS = 9 * 60 * 60 * 1000;

/**
 * An instant in Korea's time: `11월 25일 16:49`.
 *
 * Computed without Intl, so that server and browser render the same characters.
 */
export function kst(instant: number): string {
  const there = new Date(instant + NINE_HOURS);
  return `${there.getUTCMonth() + 1}월 ${there.getUTCDate()}일 ${two(there.getUTCHours())}:${two(there.getUTCMinutes())}`;
}

const two = (part: number): string => String(part).padStart(2, '0');

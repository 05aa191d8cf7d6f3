// Formatted without Intl, so that server and browser render the same characters, whatever data each was built with.

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
const KOREA_IS_AHEAD_BY = 9 * HOUR;

/**
 * Splits milliseconds into the parts to show, each with its unit: days and hours, or hours and minutes, or minutes, or in the
 * last minute seconds.
 */
export function splitTimeLeft(ms: number, [day, hour, minute, second]: [Unit, Unit, Unit, Unit]): string[] {
  const [days, hours] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR)];
  const [minutes, seconds] = [Math.floor((ms % HOUR) / MINUTE), Math.floor((ms % MINUTE) / 1000)];
  if (days) return hours ? [day(days), hour(hours)] : [day(days)];
  if (hours) return [hour(hours), minute(minutes)];
  return [minutes ? minute(minutes) : second(seconds)];
}

/** Adds a unit to its number. */
type Unit = (count: number) => string;

/** Returns a function that appends a unit. */
export const unit =
  (name: string): Unit =>
  (count) =>
    `${count}${name}`;

/** Returns the date and time in Korea: year, month from 1, day, and `16:49`. */
export function toKoreanTime(instant: number): { year: number; month: number; day: number; time: string } {
  const there = new Date(instant + KOREA_IS_AHEAD_BY);
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    time: there.toISOString().slice(11, 16),
  };
}

/** Separates thousands by commas: `3,000`. */
export const separateThousands = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');

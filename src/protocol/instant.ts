// Without a zone a date is another instant in each country, so it is not an instant at all.
const ISO_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Returns the Unix ms of an instant: a `Date`, whole milliseconds as a number or a string of digits, or an ISO date with its
 * time zone. `null` for anything else.
 */
export function toInstant(value: unknown): number | null {
  const instant = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  const isInstant =
    Number.isSafeInteger(instant) ||
    instant instanceof Date ||
    (typeof instant === 'string' && ISO_WITH_ZONE.test(instant));
  const ms = isInstant ? new Date(instant as Date | number | string).getTime() : NaN;
  return Number.isNaN(ms) ? null : ms;
}

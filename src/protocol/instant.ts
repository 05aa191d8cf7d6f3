// Without a zone a date is another instant in each country, so it is not an instant at all.
const ISO_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Returns the Unix ms of an instant: a `Date`, whole milliseconds as a number or a string of digits, or an ISO date with its
 * time zone. `null` for anything else.
 */
export function toInstant(value: unknown): number | null {
  const isDate = value instanceof Date || (typeof value === 'string' && ISO_WITH_ZONE.test(value));
  const isNumber = Number.isSafeInteger(value) || (typeof value === 'string' && /^\d+$/.test(value));
  if (!isDate && !isNumber) return null;
  const instant = new Date(isNumber ? Number(value) : (value as Date | string)).getTime();
  return Number.isNaN(instant) ? null : instant;
}

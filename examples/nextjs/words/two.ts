/** `7` as `07`. */
export const two = (part: number): string => String(part).padStart(2, '0');

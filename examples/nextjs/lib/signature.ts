import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

export const sign = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64url');

/** Compares in a time that depends neither on what matches nor on the length. */
export const isSame = (one: string, other: string): boolean => timingSafeEqual(hash(one), hash(other));

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

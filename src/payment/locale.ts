/** The shopper's language. */
export type Locale = 'ko' | 'en';

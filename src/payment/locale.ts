/** The language of the shopper's texts. */
export type Locale = 'ko' | 'en';

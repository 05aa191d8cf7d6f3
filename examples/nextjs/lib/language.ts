export const LANGUAGES = ['ko', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Remembers the choice. A browser without it gets Korean, whatever it prefers: the shop is a Korean one. */
export const LANGUAGE_COOKIE = 'lang';

/** Set by the proxy on each request for a page: a layout does not receive the query. */
export const LANGUAGE_HEADER = 'x-shop-language';

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((each) => each === value);

/** Returns the language of `?lang=`, or else that of the cookie. */
export function chooseLanguage(asked: string | null, remembered: string | undefined): Language {
  return [asked, remembered].find(isLanguage) ?? 'ko';
}

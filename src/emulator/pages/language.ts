export const LANGUAGES = ['ko', 'en'] as const;

/** The language of the emulator's pages. */
export type Language = (typeof LANGUAGES)[number];

/** Returns the text in the language of the page. */
export type Translate = (ko: string, en: string) => string;

/** What every page needs: its language, the link to the other one, and the nonce of its script and styles. */
export interface View {
  language: Language;
  t: Translate;
  /** The same address in the other language. */
  switchPath: string;
  nonce: string;
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((each) => each === value);

/** Chooses the first language of an `Accept-Language` header that the pages have. Korean without a header, otherwise English. */
export function chooseLanguage(acceptLanguage: string | undefined): Language {
  // Browsers send the languages in the order of preference.
  const wanted = (acceptLanguage ?? '*').split(',').map((each) => each.trim().slice(0, 2).toLowerCase());
  const known = wanted.find(isLanguage);
  return known ?? (wanted.some((each) => each.startsWith('*')) ? 'ko' : 'en');
}

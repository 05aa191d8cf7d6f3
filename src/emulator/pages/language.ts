import { en } from './words/en.ts';
import { ja } from './words/ja.ts';
import { ko } from './words/ko.ts';
import type { PageWords } from './words/page-words.ts';
import { zhCN } from './words/zh-cn.ts';

/** The words of the share page and the checkout page. The keys are BCP 47 tags: `lang` of the page, and the format of dates. */
export const WORDS = { ko, en, ja, 'zh-CN': zhCN } satisfies Record<string, PageWords>;

/** The language of the emulator's pages. */
export type Language = keyof typeof WORDS;

export const LANGUAGES = Object.keys(WORDS) as readonly Language[];

/** The languages of the dashboard, which developers read. */
export const DASHBOARD_LANGUAGES: readonly Language[] = ['ko', 'en'];

/** Returns the text in the language of the dashboard. */
export type Translate = (ko: string, en: string) => string;

/** What every page needs: its language and words, links to the other languages, and the nonce of its script and styles. */
export interface View {
  language: Language;
  words: PageWords;
  t: Translate;
  /** The same address in each language of the page, its current one included. */
  switches: readonly { language: Language; path: string }[];
  nonce: string;
}

export const isLanguage = (value: unknown): value is Language => LANGUAGES.some((each) => each === value);

/**
 * Chooses the first language of an `Accept-Language` header that is offered. Korean without a header, otherwise English. Chinese is
 * in simplified characters, so a tag that asks for traditional ones is skipped: browsers send `zh` after it.
 */
export function chooseLanguage(acceptLanguage: string | undefined, offered: readonly Language[]): Language {
  // Browsers send the languages in the order of preference.
  const wanted = (acceptLanguage ?? '*').split(',').map((each) => each.split(';')[0]!.trim().toLowerCase());
  const known = wanted
    .filter((tag) => !/^zh-(hant|tw|hk|mo)\b/.test(tag))
    .map((tag) => offered.find((language) => language.split('-')[0] === tag.split('-')[0]))
    .find((language) => language !== undefined);
  return known ?? (wanted.includes('*') ? 'ko' : 'en');
}

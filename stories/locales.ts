import { en, ja, ko, zhCN, type PayLocale } from 'react-instead-pay/locales';

/** The locales of the toolbar, by their language. */
export const LOCALES = { ko, en, ja, 'zh-CN': zhCN } satisfies Record<string, PayLocale>;

export type StoryLocale = keyof typeof LOCALES;

/** The language of a shop's own words in the stories, which are in Korean and English. */
export const shopLanguage = (locale: StoryLocale): 'ko' | 'en' => (locale === 'ko' ? 'ko' : 'en');

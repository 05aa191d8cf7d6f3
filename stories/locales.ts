import { en, ko, type PayLocale } from 'react-instead-pay/locales';

/** The locales of the toolbar, by their language. */
export const LOCALES = { ko, en } satisfies Record<string, PayLocale>;

export type StoryLocale = keyof typeof LOCALES;

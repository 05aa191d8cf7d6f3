import type { Language } from '@/lib/language';
import { en } from './en';
import { ko, type Words } from './ko';

export type { Words };

const all: Record<Language, Words> = { ko, en };

export const getWords = (language: Language): Words => all[language];

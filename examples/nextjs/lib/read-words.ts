import { cookies, headers } from 'next/headers';
import { chooseLanguage, LANGUAGE_COOKIE, LANGUAGE_HEADER, type Language } from './language';
import { getWords, type Words } from '@/words';

/** Returns the language of the request. On the server only: a component in the browser calls `useWords`. */
export async function readLanguage(): Promise<Language> {
  return chooseLanguage((await headers()).get(LANGUAGE_HEADER), (await cookies()).get(LANGUAGE_COOKIE)?.value);
}

/** Returns every text of the shop in that language. */
export const readWords = async (): Promise<Words> => getWords(await readLanguage());

import { useSyncExternalStore, type ComponentType, type ReactNode } from 'react';

const LANGUAGES = { en: 'English', ko: '한국어' } as const;

export type DocsLanguage = keyof typeof LANGUAGES;

const KEY = 'docs-language';
const listeners = new Set<() => void>();

const isDocsLanguage = (value: string | null): value is DocsLanguage => value !== null && value in LANGUAGES;

function read(): DocsLanguage {
  const chosen = localStorage.getItem(KEY);
  if (isDocsLanguage(chosen)) return chosen;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}

function write(language: DocsLanguage): void {
  localStorage.setItem(KEY, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  // Another tab has changed it.
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The language of the docs, which each page can change for all of them: the reader's choice, or the browser's language. */
export const useDocsLanguage = (): [DocsLanguage, (language: DocsLanguage) => void] => [
  useSyncExternalStore(subscribe, read),
  write,
];

/**
 * A page of the docs in the language that was chosen, with a switch to the other one. `stories` are those that both show:
 * Storybook loads only what the page itself imports.
 */
export function InLanguages({ en: En, ko: Ko }: Record<DocsLanguage, ComponentType> & { stories?: object }) {
  return <WithSwitch>{(language) => (language === 'ko' ? <Ko /> : <En />)}</WithSwitch>;
}

/** Renders what the function returns for the language that was chosen, below a switch to the other one. */
export function WithSwitch({ children }: { children: (language: DocsLanguage) => ReactNode }) {
  const [language, setLanguage] = useDocsLanguage();
  return (
    <div lang={language}>
      <div
        className="docs-languages"
        role="group"
        aria-label={language === 'ko' ? '문서 언어' : 'Language of the docs'}
      >
        {(Object.keys(LANGUAGES) as DocsLanguage[]).map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => setLanguage(each)}
          >
            {LANGUAGES[each]}
          </button>
        ))}
      </div>
      {children(language)}
    </div>
  );
}

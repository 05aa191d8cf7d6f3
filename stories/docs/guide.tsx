import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { WithSwitch } from './docs-language.tsx';
import { toStorybook } from './guide-links.ts';

interface GuideProps {
  english: string;
  /** A page without one is in English for every reader. */
  korean?: string;
}

/** A page of docs/, in the words of its file. */
export function Guide({ english, korean }: GuideProps): ReactElement {
  if (korean === undefined) return <Markdown>{toStorybook(english)}</Markdown>;
  return (
    <WithSwitch>{(language) => <Markdown>{toStorybook(language === 'ko' ? korean : english)}</Markdown>}</WithSwitch>
  );
}

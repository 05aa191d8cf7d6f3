import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';
import { WithSwitch, type DocsLanguage } from './docs-language.tsx';
import { toStorybook } from './guide-links.ts';
import { sectionOf } from './section-of.ts';

/** A section of a page of docs/: the heading that it gets here, the text of the page, and its heading there. */
type Part = readonly [title: string, page: string, heading: string];

interface IntegrationProps extends Record<DocsLanguage, readonly Part[]> {
  name: string;
}

/** The page of one framework: what several pages of docs/ say about it, in the words of their files. */
export function Integration({ name, ...parts }: IntegrationProps): ReactElement {
  const isEnglish = (page: string) => parts.en.some(([, english]) => english === page);
  return (
    <WithSwitch>
      {(language) => (
        <>
          <Markdown>{`# ${name}`}</Markdown>
          {parts[language].map(([title, page, heading]) => (
            <section key={title}>
              <Markdown>{`## ${title}`}</Markdown>
              <div lang={isEnglish(page) ? 'en' : undefined}>
                <Markdown>{toStorybook(sectionOf(page, heading))}</Markdown>
              </div>
            </section>
          ))}
        </>
      )}
    </WithSwitch>
  );
}

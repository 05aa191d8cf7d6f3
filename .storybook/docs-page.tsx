import {
  ArgTypes,
  Description,
  DocsContainer,
  Primary,
  Stories,
  Title,
  useOf,
  type DocsContainerProps,
} from '@storybook/addon-docs/blocks';
import { useLayoutEffect, useSyncExternalStore, type PropsWithChildren } from 'react';
import { addons } from 'storybook/preview-api';
import { useDocsLanguage } from '../stories/docs/docs-language.tsx';
import { themes } from './brand.ts';

const GLOBALS = ['setGlobals', 'globalsUpdated'];

/** The toolbar's theme, followed while a page of the docs is open. */
function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(
    (listener) => {
      const channel = addons.getChannel();
      for (const event of GLOBALS) channel.on(event, listener);
      return () => GLOBALS.forEach((event) => channel.off(event, listener));
    },
    () => {
      const channel = addons.getChannel();
      const [last] = GLOBALS.map((event) => channel.last(event) as [{ globals?: { theme?: string } }] | undefined)
        .reverse()
        .find((each) => each !== undefined) ?? [{}];
      return last.globals?.theme === 'dark' ? 'dark' : 'light';
    },
  );
}

/** The container of every page of the docs: in the toolbar's color scheme, and in the language of the docs. */
export function DocsPage(props: PropsWithChildren<DocsContainerProps>) {
  const theme = useTheme();
  const [language] = useDocsLanguage();
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = theme;
    document.documentElement.lang = language;
  }, [theme, language]);
  return <DocsContainer {...props} theme={themes[theme]} />;
}

/** The page of a component: its props as a table without controls, since each story sets what it shows. */
export function ComponentPage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  return (
    <>
      <Title />
      <Description />
      <Primary />
      {preparedMeta.component && <ArgTypes />}
      <Stories />
    </>
  );
}

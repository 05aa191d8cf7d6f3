import { addons } from 'storybook/manager-api';
import { themes } from './brand.ts';

const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
addons.setConfig({ theme: themes[isDark ? 'dark' : 'light'] });

// Storybook adds its own name to the title of each story, and has no option for it.
const rename = () => {
  const title = document.title.replace(/ ⋅ Storybook$/, ' · react-instead-pay');
  if (title !== document.title) document.title = title;
};
new MutationObserver(rename).observe(document.head, { subtree: true, childList: true, characterData: true });
rename();

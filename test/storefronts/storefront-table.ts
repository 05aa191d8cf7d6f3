/** A page that a storefront may have, and how the test makes it. */
export interface Storefront {
  name: string;
  /** The packages of test/storefronts/package.json that make it what it is. */
  packages: readonly string[];
  /** The file in apps/ that renders the cart. */
  app?: string;
  /** What the page loads besides, in the order of its style sheets. */
  styles?: readonly StyleSheet[];
  /** A dialog is open around the button. It must stay open. */
  hasDialog?: boolean;
  /** Another React. */
  react?: 'preact' | 'compiler';
  /** How the page is put together. */
  page?: 'shadow root' | 'islands' | 'bundles' | 'server-rendered';
}

export type StyleSheet = 'styles.css' | 'styles.layer.css' | 'tailwind' | 'bootstrap';

const dialog = (
  name: string,
  app: string,
  packages: readonly string[],
  styles?: readonly StyleSheet[],
): Storefront => ({
  name,
  packages,
  app,
  styles: styles ?? ['styles.css'],
  hasDialog: true,
});

/** What `docs/compatibility.md` lists, and the tests try. */
export const STOREFRONTS: readonly Storefront[] = [
  { name: 'Tailwind 4, styles.css before it', packages: ['tailwindcss'], styles: ['styles.css', 'tailwind'] },
  { name: 'Tailwind 4, styles.css after it', packages: ['tailwindcss'], styles: ['tailwind', 'styles.css'] },
  { name: 'Tailwind 4, styles.layer.css', packages: ['tailwindcss'], styles: ['tailwind', 'styles.layer.css'] },
  { name: 'Tailwind 4, without styles', packages: ['tailwindcss'], styles: ['tailwind'] },
  dialog(
    'Tailwind 4 with a Headless UI dialog',
    'headless-ui',
    ['tailwindcss', '@headlessui/react'],
    ['styles.css', 'tailwind'],
  ),
  dialog('Bootstrap 5 modal', 'bootstrap', ['bootstrap'], ['bootstrap', 'styles.css']),
  dialog('MUI dialog', 'mui', ['@mui/material', '@emotion/react']),
  dialog('Radix dialog', 'radix', ['@radix-ui/react-dialog']),
  dialog('Headless UI dialog', 'headless-ui', ['@headlessui/react']),
  dialog('React Aria modal', 'react-aria', ['react-aria-components']),
  dialog('Base UI dialog', 'base-ui', ['@base-ui/react']),
  dialog('a native modal dialog', 'native-dialog', []),
  { name: 'a shadow root', packages: [], page: 'shadow root', styles: ['styles.css'] },
  { name: 'two roots on a page, as Astro’s islands', packages: ['react'], page: 'islands' },
  { name: 'two bundles on a page, as micro-frontends', packages: ['react'], page: 'bundles' },
  { name: 'Preact, by preact/compat', packages: ['preact'], react: 'preact' },
  { name: 'React Compiler', packages: ['babel-plugin-react-compiler'], react: 'compiler' },
  { name: 'React Router 7, server-rendered', packages: ['react-router'], app: 'router', page: 'server-rendered' },
];

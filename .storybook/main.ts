import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/react-vite';
import remarkGfm from 'remark-gfm';
import { emulatorWorker } from './emulator-worker-plugin.ts';

const src = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const config: StorybookConfig = {
  // The texts in stories/docs/en/ and ko/ are parts of the pages in stories/docs/.
  stories: ['../stories/docs/*.mdx', '../stories/*.stories.tsx'],
  // The pictures of the guides, which are the pages of docs/.
  staticDirs: ['./public', { from: '../docs/images', to: '/images' }],
  addons: [
    {
      name: '@storybook/addon-docs',
      // MDX has no tables by itself.
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  framework: '@storybook/react-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen-typescript' },
  viteFinal: (vite) => ({
    ...vite,
    // Development's React and sentences in the published Storybook as well: Strict Mode and the errors' page are about them.
    define: { ...vite.define, 'process.env.NODE_ENV': '"development"' },
    // The first browsers with `light-dark()`. Rewritten for older ones it asks for a `color-scheme` in the sheet; here the toolbar sets it.
    build: { ...vite.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    // The stories import the public names, as an app does.
    resolve: {
      ...vite.resolve,
      alias: {
        ...vite.resolve?.alias,
        'react-instead-pay/styles.css': src('ui/styles.css'),
        'react-instead-pay/locales': src('locales/index.ts'),
        'react-instead-pay/testing': src('testing/index.ts'),
        'react-instead-pay/emulator': src('emulator/index.ts'),
        'react-instead-pay': src('index.ts'),
      },
    },
    plugins: [...(vite.plugins ?? []), emulatorWorker()],
  }),
};

export default config;

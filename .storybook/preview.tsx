import type { Preview } from '@storybook/react-vite';
import { StrictMode, useLayoutEffect } from 'react';
import { LOCALES } from '../stories/locales.ts';
import 'react-instead-pay/styles.css';
import { ComponentPage, DocsPage } from './docs-page.tsx';
import './preview.css';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    docs: { container: DocsPage, page: ComponentPage },
    layout: 'centered',
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Start',
          'Guides',
          ['Readme', 'Getting started', 'Server', 'Order status'],
          'Integrations',
          ['Next.js', 'Vite', 'React Router', 'Astro', 'SvelteKit', 'Hono', 'Express', 'Fastify'],
          'PayButton',
          'In an app',
          'PayOverlay',
          'OrderStatus',
          'useOrderStatus',
          'PayDeadline',
          'Live',
          'Own button',
          'Design systems',
          'Docs',
        ],
      },
    },
  },
  globalTypes: {
    locale: {
      description: 'The shopper’s language',
      toolbar: { title: 'Locale', icon: 'globe', items: Object.keys(LOCALES), dynamicTitle: true },
    },
    theme: {
      description: 'The page’s color scheme',
      toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true },
    },
    strict: {
      description: 'React Strict Mode',
      toolbar: { title: 'Strict', icon: 'lock', items: ['off', 'on'], dynamicTitle: true },
    },
  },
  initialGlobals: { locale: 'ko', theme: 'light', strict: 'off' },
  decorators: [
    function InPage(Story, { globals, viewMode }) {
      const { theme, strict, locale } = globals as { theme: string; strict: string; locale: string };
      const isPage = viewMode !== 'docs';
      // Before a story plays. A page of the docs has a language and a color scheme besides: see docs-page.tsx.
      useLayoutEffect(() => {
        if (!isPage) return;
        document.documentElement.style.colorScheme = theme;
        document.documentElement.lang = locale;
      }, [theme, locale, isPage]);
      return (
        <div lang={locale} style={{ display: 'contents' }}>
          {strict === 'on' ? (
            <StrictMode>
              <Story />
            </StrictMode>
          ) : (
            <Story />
          )}
        </div>
      );
    },
  ],
};

export default preview;

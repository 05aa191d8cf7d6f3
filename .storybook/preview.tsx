import type { Preview } from '@storybook/react-vite';
import { StrictMode, useLayoutEffect } from 'react';
import 'react-instead-pay/styles.css';
import './preview.css';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    layout: 'centered',
    controls: { expanded: true },
    options: {
      storySort: {
        order: [
          'Start',
          'PayButton',
          'In an app',
          'PayOverlay',
          'useOrderStatus',
          'PayDeadline',
          'Live',
          'Own button',
          'Docs',
        ],
      },
    },
  },
  globalTypes: {
    locale: {
      description: 'The shopper’s language',
      toolbar: { title: 'Locale', icon: 'globe', items: ['ko', 'en'], dynamicTitle: true },
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
    function InPage(Story, { globals }) {
      const { theme, strict, locale } = globals as { theme: string; strict: string; locale: string };
      // Before a story plays.
      useLayoutEffect(() => {
        document.documentElement.style.colorScheme = theme;
        document.documentElement.lang = locale;
      }, [theme, locale]);
      return strict === 'on' ? (
        <StrictMode>
          <Story />
        </StrictMode>
      ) : (
        <Story />
      );
    },
  ],
};

export default preview;

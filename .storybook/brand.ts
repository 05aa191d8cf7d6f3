import { create } from 'storybook/theming/create';

const shared = {
  brandTitle: 'react-instead-pay',
  brandUrl: '?path=/docs/start--docs',
  brandTarget: '_self',
  fontBase: "system-ui, -apple-system, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif",
  appBorderRadius: 8,
  inputBorderRadius: 8,
} as const;

/** The themes of the Storybook around the stories: sidebar, toolbar and docs. The colors are those of the button. */
export const themes: Record<'light' | 'dark', ReturnType<typeof create>> = {
  light: create({
    ...shared,
    base: 'light',
    colorPrimary: '#b43c0a',
    colorSecondary: '#b43c0a',
    appBg: '#f5f3f0',
    appContentBg: '#fff',
    appPreviewBg: '#fff',
    appBorderColor: '#e3ded8',
    textColor: '#1c1917',
    textMutedColor: '#57534e',
    barTextColor: '#57534e',
    barHoverColor: '#b43c0a',
    barSelectedColor: '#b43c0a',
  }),
  dark: create({
    ...shared,
    base: 'dark',
    colorPrimary: '#fdba74',
    colorSecondary: '#c2410c',
    appBg: '#1f1c19',
    appContentBg: '#151310',
    appPreviewBg: '#151310',
    appBorderColor: '#38332d',
    textColor: '#f5f2ee',
    textMutedColor: '#b8b0a6',
    barBg: '#1f1c19',
    barTextColor: '#b8b0a6',
    barHoverColor: '#fdba74',
    barSelectedColor: '#fdba74',
  }),
};

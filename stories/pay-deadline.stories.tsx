import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import type { ComponentType } from 'react';
import { renderToString } from 'react-dom/server';
import { PayDeadline } from 'react-instead-pay';
import { expect, waitFor } from 'storybook/test';
import { moveClock, NOW, stopClock } from './clock.ts';
import { LOCALES, shopLanguage, type StoryLocale } from './locales.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Args {
  /** The time that is left to pay, in ms. */
  left: number;
  /** The text in Korean and English. */
  text: Record<'ko' | 'en', string>;
  /** @default the time left, as the locale formats it */
  inOthers?: (locale: StoryLocale) => string;
}

function textFor({ text, left, inOthers }: Args, locale: StoryLocale): string {
  if (locale === 'ko' || locale === 'en') return text[locale];
  return inOthers ? inOthers(locale) : LOCALES[locale].formatTimeLeft(left);
}

const look = ({ canvasElement, globals, args }: StoryContext<Args>) => ({
  time: canvasElement.querySelector('time'),
  sentence: textFor(args, globals.locale as StoryLocale),
});

/** The time that is left to pay. The clock of these stories is stopped, so that each renders the same at any time. */
const meta: Meta<Args> = {
  title: 'PayDeadline',
  component: PayDeadline as unknown as ComponentType<Args>,
  parameters: { controls: { disable: true } },
  // The stories' own arguments are no props of the component.
  argTypes: Object.fromEntries(['left', 'text', 'inOthers'].map((name) => [name, { table: { disable: true } }])),
  beforeEach: stopClock,
  render: ({ left }, { globals }) => (
    <PayDeadline expiresAt={NOW + left} locale={LOCALES[globals.locale as StoryLocale]} />
  ),
  play: async (context) => {
    const { time, sentence } = look(context);
    await expect(time).toHaveTextContent(new RegExp(`^${sentence}$`));
    await expect(time).toHaveAttribute('datetime', new Date(NOW + context.args.left).toISOString());
  },
};

export default meta;
type Story = StoryObj<Args>;

// None is a whole number of minutes: at one, a clock that stands would be asked again and again whether it has gone on.
/** From a day on without the minutes. */
export const Days: Story = {
  args: { left: 2 * DAY + 3 * HOUR + 10 * SECOND, text: { ko: '2일 3시간 남음', en: '2 days 3 h left' } },
};
export const Hours: Story = {
  args: { left: DAY - 30 * SECOND, text: { ko: '23시간 59분 남음', en: '23 h 59 min left' } },
};
export const Minutes: Story = {
  args: { left: 59.5 * MINUTE, text: { ko: '59분 남음', en: '59 min left' } },
};
/** Every second. */
export const LastMinute: Story = {
  args: { left: 42.5 * SECOND, text: { ko: '42초 남음', en: '42 s left' } },
};
export const Over: Story = {
  args: { left: -MINUTE, text: { ko: '결제 기한이 지났어요', en: 'The time to pay is over' } },
};

/** The last seconds go by, and then it shows that the time is over. */
export const RunsOut: Story = {
  args: { left: 3.5 * SECOND, text: { ko: '3초 남음', en: '3 s left' } },
  play: async (context) => {
    const { time, sentence } = look(context);
    await expect(time).toHaveTextContent(sentence);
    moveClock(SECOND);
    await waitFor(() => expect(time).toHaveTextContent(sentence.replace('3', '2')), { timeout: 5_000 });
    moveClock(3 * SECOND);
    const over = textFor(Over.args as Args, context.globals.locale as StoryLocale);
    await waitFor(() => expect(time).toHaveTextContent(over), { timeout: 5_000 });
  },
};

/** The date, since the server's clock is another one. The browser goes on from it. */
export const AsAServerRendersIt: Story = {
  args: {
    left: DAY,
    text: { ko: '2026년 11월 25일 16:49 KST', en: '25 November 2026, 16:49 KST' },
    inOthers: (locale) => LOCALES[locale].formatDateTime(NOW + DAY),
  },
  render: ({ left }, { globals }) => (
    <div
      dangerouslySetInnerHTML={{
        __html: renderToString(<PayDeadline expiresAt={NOW + left} locale={LOCALES[globals.locale as StoryLocale]} />),
      }}
    />
  ),
};

/** A function as its child is given the milliseconds that are left: `0` when it is over. */
export const WithWordsOfYourOwn: Story = {
  args: {
    left: 59.5 * MINUTE,
    text: { ko: '59분 안에 결제해 주세요', en: 'Please pay within 59 minutes' },
    inOthers: () => 'Please pay within 59 minutes',
  },
  render: ({ left }, { globals }) => (
    <PayDeadline expiresAt={NOW + left}>
      {(rest) =>
        shopLanguage(globals.locale as StoryLocale) === 'en'
          ? `Please pay within ${rest / MINUTE} minutes`
          : `${rest / MINUTE}분 안에 결제해 주세요`
      }
    </PayDeadline>
  ),
};

// The page's colors and language are those of the last one: on a page with the others they would be theirs too.
export const English: Story = { ...Hours, globals: { locale: 'en' }, tags: ['!autodocs'] };
export const Japanese: Story = { ...Hours, globals: { locale: 'ja' }, tags: ['!autodocs'] };
export const SimplifiedChinese: Story = { ...Hours, globals: { locale: 'zh-CN' }, tags: ['!autodocs'] };
export const Dark: Story = {
  ...Hours,
  globals: { theme: 'dark' },
  tags: ['!autodocs'],
  play: async (context) => {
    await meta.play!(context);
    await waitFor(() => expect(getComputedStyle(look(context).time!).color).toBe('rgb(245, 242, 238)'));
  },
};

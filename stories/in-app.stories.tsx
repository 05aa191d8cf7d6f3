import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { PayButton } from 'react-instead-pay';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { label } from '../src/ui/labels.ts';
import { makeRequest } from './make-request.ts';
import { createAdapterFor, failing, StoryFrame, type MockScenario } from './story-frame.tsx';
import { LOCALES, type StoryLocale } from './locales.ts';

interface Args {
  userAgent: string;
  scenario: MockScenario;
}

/** In an in-app browser, where the popup may not open: the button tries, and renders a notice with a link to the browser. */
const meta: Meta<Args> = {
  title: 'In an app',
  parameters: { controls: { disable: true } },
  // The user agent is the page's: on a page with other stories it would apply to them, too.
  tags: ['!autodocs'],
  beforeEach: ({ args }) => {
    Object.defineProperty(navigator, 'userAgent', { configurable: true, get: () => args.userAgent });
    return () => void Reflect.deleteProperty(navigator, 'userAgent');
  },
  render: function InApp({ scenario }, { globals }) {
    const [adapter] = useState(() => createAdapterFor(scenario));
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        <PayButton request={makeRequest()} overlay={false} />
      </StoryFrame>
    );
  },
};

export default meta;
type Story = StoryObj<Args>;

const KAKAO =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.3.1';
const NAVER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 1010; 11.24.5; 12PRO)';

function look({ canvasElement, globals }: StoryContext<Args>) {
  const canvas = within(canvasElement);
  const locale = globals.locale as StoryLocale;
  const word = (key: Parameters<typeof label>[0]) => label(key, LOCALES[locale]).children;
  return { canvas, word, button: canvas.getByRole('button', { name: word('idle') }) };
}

export const KakaoTalk: Story = {
  args: { userAgent: KAKAO, scenario: {} },
  play: async (context) => {
    const { canvas, word } = look(context);
    await expect(canvas.getByText(word('inAppNotice'), { exact: false })).toBeVisible();
    const link = canvas.getByRole('link', { name: word('openInBrowser') });
    await expect(link).toHaveAttribute('href', expect.stringMatching(/^kakaotalk:\/\/web\/openExternal\?url=http/));
  },
};

export const KakaoTalkBlocked: Story = {
  args: { userAgent: KAKAO, scenario: failing('popup_blocked') },
  play: async (context) => {
    const { canvas, word, button } = look(context);
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-code', 'popup_blocked'));
    await expect(canvas.getByRole('link', { name: word('openInBrowser') })).toBeVisible();
  },
};

export const KakaoTalkSent: Story = {
  args: { userAgent: KAKAO, scenario: { then: (adapter) => adapter.send('kakao') } },
  play: async (context) => {
    const { canvas, button } = look(context);
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'sent'));
    await expect(canvas.queryByRole('link')).toBeNull();
  },
};

export const AnotherApp: Story = {
  args: { userAgent: NAVER, scenario: {} },
  play: async (context) => {
    const { canvas, word } = look(context);
    await expect(canvas.getByRole('button', { name: word('copyLink') })).toBeVisible();
  },
};

/** Copied, or, where the clipboard refuses, the address to be copied by hand. */
export const AnotherAppPressed: Story = {
  args: { userAgent: NAVER, scenario: {} },
  play: async (context) => {
    const { canvas, word } = look(context);
    await userEvent.click(canvas.getByRole('button', { name: word('copyLink') }));
    const output = new RegExp(`^(${word('linkCopied')}|http.+)$`);
    await waitFor(() => expect(canvas.getByText(output)).toBeVisible());
  },
};

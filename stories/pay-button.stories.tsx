import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentType } from 'react';
import {
  PayButton,
  type CancelReason,
  type InsteadErrorCode,
  type ShareMethod,
  type PayStatus,
} from 'react-instead-pay';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { makeRequest } from './make-request.ts';
import { messageFor } from './messages.ts';
import { createAdapterFor, failing, StoryFrame, type MockScenario } from './story-frame.tsx';
import { type StoryLocale } from './locales.ts';

interface Args {
  scenario: MockScenario;
  status: PayStatus;
  /** The message of the status line: for a status, or for an error's code. */
  text: PayStatus | 'popup_closed' | InsteadErrorCode;
}

/** Every state that a payment can be in, as the button shows it. Driven by `react-instead-pay/testing`: no server. */
const meta: Meta<Args> = {
  title: 'PayButton',
  component: PayButton as unknown as ComponentType<Args>,
  parameters: { controls: { disable: true } },
  // The stories' own arguments are no props of the button.
  argTypes: Object.fromEntries(['scenario', 'status', 'text'].map((name) => [name, { table: { disable: true } }])),
  render: function Button({ scenario }, { globals }) {
    const [adapter] = useState(() => createAdapterFor(scenario));
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        <PayButton request={makeRequest()} overlay={false} />
      </StoryFrame>
    );
  },
  play: async ({ canvasElement, args, globals }) => {
    const canvas = within(canvasElement);
    const locale = globals.locale as StoryLocale;
    const button = canvas.getByRole('button', { name: messageFor('idle', locale) });
    const before = button.getBoundingClientRect();
    if (args.status !== 'idle') await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-status', args.status));
    const line = canvas.getByRole('status');
    if (args.status === 'idle') await expect(line).toBeEmptyDOMElement();
    else await expect(line).toHaveTextContent(messageFor(args.text, locale));
    // Whatever the message, nothing moves, and the button can always be clicked.
    await expect(button.getBoundingClientRect().width).toBe(before.width);
    await expect(button.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    await expect(button).toBeEnabled();
    const isBusy = ['preparing', 'requesting', 'open'].includes(args.status);
    if (isBusy) await expect(button).toHaveAttribute('aria-busy', 'true');
    else await expect(button).not.toHaveAttribute('aria-busy');
  },
};

export default meta;
type Story = StoryObj<Args>;

const show = (status: PayStatus, scenario: MockScenario = {}): Story => ({ args: { status, text: status, scenario } });
const showFailed = (code: InsteadErrorCode): Story => ({
  args: { status: 'failed', text: code, scenario: failing(code) },
});
const showSent = (method: ShareMethod) => show('sent', { then: (adapter) => adapter.send(method) });
const showCancelled = (reason: CancelReason): Story => ({
  args: {
    status: 'cancelled',
    text: reason === 'popup_closed' ? reason : 'cancelled',
    scenario: { then: (adapter) => adapter.cancel(reason) },
  },
});

export const Idle: Story = show('idle');
export const Preparing: Story = show('preparing', { isLoading: true });
export const Requesting: Story = show('requesting');
export const Open: Story = show('open', { then: (adapter) => adapter.open() });
export const SentByKakao: Story = showSent('kakao');
export const SentByFacebook: Story = showSent('facebook');
export const SentByLink: Story = showSent('link');
export const CancelledByUser: Story = showCancelled('user_cancelled');
export const CancelledPopupClosed: Story = showCancelled('popup_closed');
export const CancelledAborted: Story = showCancelled('aborted');
export const FailedSdkLoadFailed: Story = showFailed('sdk_load_failed');
export const FailedTokenFailed: Story = showFailed('token_failed');
export const FailedSessionFailed: Story = showFailed('session_failed');
export const FailedPopupBlocked: Story = showFailed('popup_blocked');
export const FailedPopupLost: Story = showFailed('popup_lost');
export const FailedInvalidRequest: Story = showFailed('invalid_request');
export const FailedOrderFailed: Story = showFailed('order_failed');
export const FailedAlreadyPaying: Story = showFailed('already_paying');
export const FailedNoProvider: Story = showFailed('no_provider');
export const FailedDisposed: Story = showFailed('disposed');
export const FailedNoticeMalformed: Story = showFailed('invalid_webhook');

/** In the other languages of `react-instead-pay/locales`, whose objects go to `locale` of the provider. */
export const English: Story = { ...SentByLink, globals: { locale: 'en' }, tags: ['!autodocs'] };
export const Japanese: Story = { ...SentByLink, globals: { locale: 'ja' }, tags: ['!autodocs'] };
export const SimplifiedChinese: Story = { ...SentByLink, globals: { locale: 'zh-CN' }, tags: ['!autodocs'] };

// A status, method, reason or code without a story does not compile.
void ({
  idle: Idle,
  preparing: Preparing,
  requesting: Requesting,
  open: Open,
  sent: { kakao: SentByKakao, facebook: SentByFacebook, link: SentByLink },
  cancelled: { user_cancelled: CancelledByUser, popup_closed: CancelledPopupClosed, aborted: CancelledAborted },
  failed: {
    sdk_load_failed: FailedSdkLoadFailed,
    token_failed: FailedTokenFailed,
    session_failed: FailedSessionFailed,
    popup_blocked: FailedPopupBlocked,
    popup_lost: FailedPopupLost,
    invalid_request: FailedInvalidRequest,
    order_failed: FailedOrderFailed,
    already_paying: FailedAlreadyPaying,
    no_provider: FailedNoProvider,
    disposed: FailedDisposed,
    invalid_webhook: FailedNoticeMalformed,
  },
} satisfies {
  [Status in PayStatus]: Status extends 'sent'
    ? Record<ShareMethod, Story>
    : Status extends 'cancelled'
      ? Record<CancelReason, Story>
      : Status extends 'failed'
        ? Record<InsteadErrorCode, Story>
        : Story;
});

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
import { sentenceFor } from './messages.ts';
import { createGatewayFor, failing, TestSite, type MockScenario } from './story-frame.tsx';

interface Args {
  course: MockScenario;
  status: PayStatus;
  /** Which sentence the line says: a status, or an error's code. */
  says: PayStatus | InsteadErrorCode;
}

/** Every state that a payment can be in, as the button shows it. Driven by `react-instead-pay/testing`: no server. */
const meta: Meta<Args> = {
  title: 'PayButton',
  component: PayButton as unknown as ComponentType<Args>,
  parameters: { controls: { disable: true } },
  // What the stories are told is no prop of the button's.
  argTypes: Object.fromEntries(['course', 'status', 'says'].map((name) => [name, { table: { disable: true } }])),
  render: function Button({ course }, { globals }) {
    const [gateway] = useState(() => createGatewayFor(course));
    return (
      <TestSite gateway={gateway} locale={globals.locale as 'ko' | 'en'}>
        <PayButton request={makeRequest()} overlay={false} />
      </TestSite>
    );
  },
  play: async ({ canvasElement, args, globals }) => {
    const canvas = within(canvasElement);
    const locale = globals.locale as 'ko' | 'en';
    const button = canvas.getByRole('button', { name: sentenceFor('idle', locale) });
    const before = button.getBoundingClientRect();
    if (args.status !== 'idle') await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-status', args.status));
    const line = canvas.getByRole('status');
    if (args.status === 'idle') await expect(line).toBeEmptyDOMElement();
    else await expect(line).toHaveTextContent(sentenceFor(args.says, locale));
    // Whatever it says, nothing moves, and it can always be pressed.
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

const show = (status: PayStatus, course: MockScenario = {}): Story => ({ args: { status, says: status, course } });
const showFailed = (code: InsteadErrorCode): Story => ({
  args: { status: 'failed', says: code, course: failing(code) },
});
const showSent = (method: ShareMethod) => show('sent', { then: (gateway) => gateway.send(method) });
const showCancelled = (reason: CancelReason) => show('cancelled', { then: (gateway) => gateway.cancel(reason) });

export const Idle: Story = show('idle');
export const Preparing: Story = show('preparing', { isLoading: true });
export const Requesting: Story = show('requesting');
export const Open: Story = show('open', { then: (gateway) => gateway.open() });
export const SentByKakao: Story = showSent('kakao');
export const SentByFacebook: Story = showSent('facebook');
export const SentByLink: Story = showSent('link');
export const CancelledByShopper: Story = showCancelled('user_cancelled');
export const CancelledWindowClosed: Story = showCancelled('popup_closed');
export const CancelledAborted: Story = showCancelled('aborted');
export const FailedSdkLoadFailed: Story = showFailed('sdk_load_failed');
export const FailedConnectFailed: Story = showFailed('token_failed');
export const FailedSessionFailed: Story = showFailed('session_failed');
export const FailedPopupBlocked: Story = showFailed('popup_blocked');
export const FailedWindowLost: Story = showFailed('popup_lost');
export const FailedInvalidRequest: Story = showFailed('invalid_request');
export const FailedOrderFailed: Story = showFailed('order_failed');
export const FailedAlreadyPaying: Story = showFailed('already_paying');
export const FailedNoProvider: Story = showFailed('no_provider');
export const FailedDisposed: Story = showFailed('disposed');
export const FailedNoticeMalformed: Story = showFailed('invalid_webhook');

// A status, method, reason or code without a story does not compile.
void ({
  idle: Idle,
  preparing: Preparing,
  requesting: Requesting,
  open: Open,
  sent: { kakao: SentByKakao, facebook: SentByFacebook, link: SentByLink },
  cancelled: { user_cancelled: CancelledByShopper, popup_closed: CancelledWindowClosed, aborted: CancelledAborted },
  failed: {
    sdk_load_failed: FailedSdkLoadFailed,
    token_failed: FailedConnectFailed,
    session_failed: FailedSessionFailed,
    popup_blocked: FailedPopupBlocked,
    popup_lost: FailedWindowLost,
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

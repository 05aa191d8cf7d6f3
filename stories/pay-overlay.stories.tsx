import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { useState, type ComponentType } from 'react';
import { PayButton, PayOverlay, type PayStatus } from 'react-instead-pay';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { makeRequest } from './make-request.ts';
import { messageFor } from './messages.ts';
import { createAdapterFor, StoryFrame, type MockScenario } from './story-frame.tsx';
import { LOCALES, type StoryLocale } from './locales.ts';

interface Args {
  scenario: MockScenario;
  status: Extract<PayStatus, 'preparing' | 'requesting' | 'open'>;
}

async function showOverlay({ canvasElement, args, globals }: StoryContext<Args>) {
  const canvas = within(canvasElement);
  const locale = globals.locale as StoryLocale;
  // The overlay is rendered outside of the story.
  const page = within(canvasElement.ownerDocument.body);
  await expect(page.queryByRole('dialog')).toBeNull();
  await userEvent.click(canvas.getByRole('button', { name: messageFor('idle', locale) }));
  const dialog = await page.findByRole('dialog', { name: messageFor(args.status, locale) });
  await expect(dialog).toHaveAttribute('data-status', args.status);
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
}

/** The dialog over the page while the popup is open, in each status in which it is shown. */
const meta: Meta<Args> = {
  title: 'PayOverlay',
  component: PayOverlay as unknown as ComponentType<Args>,
  parameters: { controls: { disable: true } },
  // The stories' own arguments are no props of the overlay.
  argTypes: Object.fromEntries(['scenario', 'status'].map((name) => [name, { table: { disable: true } }])),
  render: function Overlay({ scenario }, { globals }) {
    const [adapter] = useState(() => createAdapterFor(scenario));
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        <PayButton request={makeRequest()} overlay={false} />
        <PayOverlay />
      </StoryFrame>
    );
  },
  play: showOverlay,
};

export default meta;
type Story = StoryObj<Args>;

export const Preparing: Story = { args: { status: 'preparing', scenario: { isLoading: true } } };
export const Requesting: Story = { args: { status: 'requesting', scenario: {} } };
export const Open: Story = { args: { status: 'open', scenario: { then: (adapter) => adapter.open() } } };

export const CancelledFromTheOverlay: Story = {
  args: Open.args,
  play: async (context) => {
    await showOverlay(context);
    const canvas = within(context.canvasElement);
    const page = within(context.canvasElement.ownerDocument.body);
    await userEvent.click(page.getByRole('button', { name: LOCALES[context.globals.locale as StoryLocale].cancel }));
    await waitFor(() => expect(page.queryByRole('dialog')).toBeNull());
    const button = canvas.getByRole('button');
    await expect(button).toHaveAttribute('data-reason', 'aborted');
    await expect(button).toHaveFocus();
  },
};

// A status in which it shows, and has no story, does not compile.
void ({ preparing: Preparing, requesting: Requesting, open: Open } satisfies Record<Args['status'], Story>);

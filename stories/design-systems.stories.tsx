import type { Meta, StoryObj } from '@storybook/react-vite';
import { Button as MantineButton, MantineProvider } from '@mantine/core';
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Loader.css';
import MuiButton from '@mui/material/Button';
import { PayButton } from 'react-instead-pay';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';
import type { ReactNode } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { AriaButton } from './aria-button.tsx';
import { LOCALES, type StoryLocale } from './locales.ts';
import { makeRequest } from './make-request.ts';
import { messageFor } from './messages.ts';
import { ShadcnButton } from './shadcn-button.tsx';
import { StoryFrame } from './story-frame.tsx';

interface Args {
  adapter: MockAdapter;
}

/**
 * `render` takes the button of a design system, as an element or as a function `(props, state) => element`. It keeps its look;
 * `PayButton` adds the click handler, `ref`, `aria-*` and `data-*`. The overlay's buttons are replaced in the same way.
 */
const meta: Meta<Args> = {
  title: 'Design systems',
  parameters: { controls: { disable: true } },
  beforeEach: ({ args }) => void (args.adapter = createMockAdapter()),
  // From the click to the cancellation in the overlay, and once more until the request is sent.
  play: async ({ canvasElement, args, globals }) => {
    const canvas = within(canvasElement);
    const page = within(canvasElement.ownerDocument.body);
    const words = LOCALES[globals.locale as StoryLocale];
    const button = canvas.getByRole('button', { name: words.idle });
    await expect(button).toHaveAttribute('data-instead', 'button');
    await userEvent.click(button);
    args.adapter.open();
    const dialog = await page.findByRole('dialog');
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(within(dialog).getByRole('button', { name: words.cancel }));
    await waitFor(() => expect(button).toHaveAttribute('data-reason', 'aborted'));
    await waitFor(() => expect(button).toHaveFocus());
    // The overlay ignores clicks in its first moments, in case one was meant for the page.
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'requesting'));
    args.adapter.send('kakao');
    await waitFor(() => expect(button).toHaveAttribute('data-status', 'sent'));
    const sent = messageFor('sent', globals.locale as StoryLocale);
    await expect(canvas.getByRole('status')).toHaveTextContent(sent);
    await expect(button).toHaveAccessibleName(words.idle);
  },
};

export default meta;
type Story = StoryObj<Args>;

const inShop = (children: ReactNode): Story => ({
  render: function Shop({ adapter }, { globals }) {
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        {children}
      </StoryFrame>
    );
  },
});

/** A button as shadcn/ui copies it into a project: variants by `class-variance-authority`, and `asChild` by a slot. */
export const ShadcnUi: Story = inShop(
  <PayButton
    request={makeRequest()}
    render={<ShadcnButton size="lg" />}
    overlay={{ renderShowPopup: <ShadcnButton />, renderCancel: <ShadcnButton variant="outline" /> }}
  />,
);

/** MUI, with its ripple. The function receives the state of the payment. */
export const Mui: Story = inShop(
  <PayButton
    request={makeRequest()}
    render={({ color: _, ...props }, state) => (
      <MuiButton {...props} variant={state.status === 'sent' ? 'outlined' : 'contained'} size="large" />
    )}
    overlay={{
      renderShowPopup: ({ color: _, ...props }) => <MuiButton {...props} variant="contained" />,
      renderCancel: ({ color: _, ...props }) => <MuiButton {...props} />,
    }}
  />,
);

/** Mantine, in its provider: with a shade that is dark enough for white text. */
export const Mantine: Story = inShop(
  <MantineProvider theme={{ primaryShade: 9 }}>
    <PayButton
      request={makeRequest()}
      render={<MantineButton size="md" radius="xl" />}
      overlay={{ renderShowPopup: <MantineButton />, renderCancel: <MantineButton variant="default" /> }}
    />
  </MantineProvider>,
);

/** React Aria Components: the click is `PayButton`'s; its `render` adds `aria-busy`, which the component would drop. */
export const ReactAria: Story = inShop(
  <PayButton
    request={makeRequest()}
    render={<AriaButton />}
    overlay={{ renderShowPopup: <AriaButton />, renderCancel: <AriaButton /> }}
  />,
);

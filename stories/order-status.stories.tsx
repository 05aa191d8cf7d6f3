import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { OrderStatus, PayButton, type OrderStatusOptions, type OrderStatusProps } from 'react-instead-pay';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { NOW, stopClock } from './clock.ts';
import { LOCALES, type StoryLocale } from './locales.ts';
import { makeRequest } from './make-request.ts';
import { ShadcnButton } from './shadcn-button.tsx';
import { createAdapterFor, StoryFrame } from './story-frame.tsx';

type Status = Extract<Awaited<ReturnType<OrderStatusOptions['fetchStatus']>>, string>;

interface Args {
  source: OrderStatusOptions;
  status: Status;
  props?: Partial<OrderStatusProps>;
}

// An order is remembered by its number, and its news shared with every page that shows it: each of these is another one.
let lastNumber = Date.now();

/**
 * The status of an order, as the shop's own server reports it: the text, the time left, and a button that polls at once while
 * the server cannot be reached. For a page with other parts there is `useOrderStatus`.
 */
const meta: Meta<Args> = {
  title: 'OrderStatus',
  parameters: { controls: { disable: true } },
  argTypes: Object.fromEntries(['source', 'status', 'props'].map((name) => [name, { table: { disable: true } }])),
  beforeEach: stopClock,
  render: function Order({ source, props }, { globals }) {
    const [merchantUid] = useState(() => String(++lastNumber));
    const [adapter] = useState(() => createAdapterFor({}));
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        <OrderStatus merchantUid={merchantUid} {...source} {...props} />
      </StoryFrame>
    );
  },
  play: (context) => expectText(context),
};

export default meta;
type Story = StoryObj<Args>;

const wordsOf = ({ globals }: StoryContext<Args>) => LOCALES[globals.locale as StoryLocale];

async function expectText(context: StoryContext<Args>) {
  const words = wordsOf(context);
  const text = within(context.canvasElement.querySelector('[role="status"]')!);
  await waitFor(() => expect(text.getByText(words.order[context.args.status])).toHaveAttribute('lang', words.lang));
}

const UNTIL = NOW + 59.5 * 60 * 1000;
const show = (status: Status, props?: Args['props']): Story => ({
  args: { status, source: { fetchStatus: () => status, expiresAt: UNTIL }, ...(props && { props }) },
});

/** With the time that is left to pay. */
export const Waiting: Story = {
  ...show('waiting'),
  play: async (context) => {
    await expectText(context);
    const { formatTimeLeft } = wordsOf(context);
    await expect(context.canvasElement).toHaveTextContent(formatTimeLeft(59.5 * 60 * 1000));
  },
};
export const Paid: Story = show('paid');
export const Cancelled: Story = show('cancelled');
export const Failed: Story = show('failed');

/** What follows the status is the shop's: here the button that asks again. */
export const Expired: Story = {
  ...show('expired', {
    children: ({ status }) =>
      status === 'expired' && <PayButton request={() => makeRequest(`${lastNumber}-2`)} overlay={false} />,
  }),
  play: async (context) => {
    await expectText(context);
    await expect(within(context.canvasElement).getByRole('button', { name: wordsOf(context).idle })).toBeVisible();
  },
};

/** The shop's server does not respond. The button polls at once; it is one of a design system. */
export const Unreachable: Story = {
  args: {
    status: 'waiting',
    source: { fetchStatus: () => Promise.reject(new Error('down')) },
    props: { renderRefetch: <ShadcnButton variant="outline" /> },
  },
  play: async (context) => {
    const canvas = within(context.canvasElement);
    const { order } = wordsOf(context);
    await canvas.findByText(order.unreachable);
    const button = canvas.getByRole('button', { name: order.refetch });
    await userEvent.click(button);
    await expect(button).toHaveFocus();
  },
};

export const English: Story = { ...Waiting, globals: { locale: 'en' }, tags: ['!autodocs'] };
export const Japanese: Story = { ...Waiting, globals: { locale: 'ja' }, tags: ['!autodocs'] };
export const SimplifiedChinese: Story = { ...Waiting, globals: { locale: 'zh-CN' }, tags: ['!autodocs'] };
export const Dark: Story = { ...Waiting, globals: { theme: 'dark' }, tags: ['!autodocs'] };

// A status without a story does not compile.
void ({ waiting: Waiting, paid: Paid, cancelled: Cancelled, failed: Failed, expired: Expired } satisfies Record<
  Status,
  Story
>);

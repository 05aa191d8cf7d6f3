import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import {
  PayButton,
  type OrderReport,
  type OrderStatusOptions,
  type UseOrderStatusResult,
  type OrderStatus,
} from 'react-instead-pay';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { moveClock, NOW, stopClock } from './clock.ts';
import { makeRequest } from './make-request.ts';
import { OrderPage } from './order-page.tsx';
import { ORDER_WORDS, PAGE_WORDS } from './order-words.ts';
import { createAdapterFor, StoryFrame } from './story-frame.tsx';
import { shopLanguage, type StoryLocale } from './locales.ts';

interface Args {
  /** The reports of the shop's server, and the options of the hook. */
  source: OrderStatusOptions;
  status: OrderStatus;
  payerPays?: () => void;
}

// An order is cached by its number, and its reports are shared with every page that shows it: each of these is another one.
let lastNumber = Date.now();

/**
 * The status of an order after the request was sent, as your own server reports it, on a page as a shop would write it
 * (`stories/order-page.tsx`).
 */
const meta: Meta<Args> = {
  title: 'useOrderStatus',
  parameters: { layout: 'padded', controls: { disable: true } },
  argTypes: {
    source: {
      description:
        'The options of the hook: `fetchStatus`, and optionally `subscribe`, `expiresAt`, `refetchInterval` and `initialStatus`.',
      control: false,
      table: { type: { summary: 'OrderStatusOptions' } },
    },
    status: {
      description: 'What the hook returns at first.',
      control: false,
      table: { type: { summary: 'OrderStatus' } },
    },
    payerPays: { table: { disable: true } },
  },
  beforeEach: stopClock,
  render: function Shop({ source }, { globals }) {
    const locale = globals.locale as StoryLocale;
    const [merchantUid] = useState(() => String(++lastNumber));
    const [adapter] = useState(() => createAdapterFor({}));
    return (
      <StoryFrame adapter={adapter} locale={locale}>
        <OrderPage
          merchantUid={merchantUid}
          source={source}
          locale={locale}
          again={<PayButton request={() => makeRequest(`${merchantUid}-2`)} overlay={false} />}
        />
      </StoryFrame>
    );
  },
  play: (context) => expectPage(context),
};

export default meta;
type Story = StoryObj<Args>;

async function expectPage({ args, canvasElement, globals }: StoryContext<Args>, status = args.status) {
  const { title } = ORDER_WORDS[shopLanguage(globals.locale as StoryLocale)][status];
  const line = within(canvasElement).getAllByRole('status')[0];
  await waitFor(() => expect(line).toHaveTextContent(title));
  // A deadline matters to nobody who does not wait, and another friend is not asked meanwhile.
  const hasDeadline = status === 'waiting' && args.source.expiresAt !== undefined;
  await expect(canvasElement.querySelectorAll('time')).toHaveLength(hasDeadline ? 1 : 0);
  const isOver = status !== 'waiting' && status !== 'paid';
  await expect(canvasElement.querySelectorAll('[data-instead="button"]')).toHaveLength(isOver ? 1 : 0);
}

const wordsFor = ({ globals }: StoryContext<Args>) => PAGE_WORDS[shopLanguage(globals.locale as StoryLocale)];

const UNTIL = NOW + 24 * 60 * 60 * 1000 - 30_000;
const never = () => new Promise<never>(() => {});
const show = (status: OrderStatus, source: Partial<OrderStatusOptions> = {}): Story => ({
  args: { status, source: { fetchStatus: () => status, expiresAt: UNTIL, ...source } },
});

export const Waiting: Story = show('waiting');
export const WaitingWithoutADeadline: Story = show('waiting', { expiresAt: undefined });
/** The server could not be reached. The last status stays, and the polling continues. */
export const WaitingTheLookFailed: Story = {
  ...show('waiting', { fetchStatus: () => Promise.reject(new Error('offline')) }),
  play: async (context) => {
    await expectPage(context);
    await expect(await within(context.canvasElement).findByText(wordsFor(context).unsure)).toBeVisible();
  },
};
/** There is no `loading`: until the first answer an order waits, or is what it was before a reload. */
export const WaitingForTheFirstAnswer: Story = show('waiting', { fetchStatus: never });
export const Paid: Story = show('paid');
export const Cancelled: Story = show('cancelled');
/** The attempt to pay failed. The payer may try again, and the status is polled slowly. */
export const Failed: Story = show('failed');
export const Expired: Story = show('expired');

// A status without a story does not compile, nor what else there is to know while an order waits.
type WaitingField = Exclude<keyof Extract<UseOrderStatusResult, { status: 'waiting' }>, 'status' | 'merchantUid'>;
void ({
  waiting: { timeLeft: [Waiting, WaitingWithoutADeadline], error: [WaitingTheLookFailed] },
  paid: Paid,
  cancelled: Cancelled,
  failed: Failed,
  expired: Expired,
} satisfies { [Status in OrderStatus]: Status extends 'waiting' ? Record<WaitingField, Story[]> : Story });

/** `initialStatus`: the status on a page that was rendered on a server. */
export const KnownToTheServer: Story = show('paid', { initialStatus: 'paid', fetchStatus: never });

/** The payer pays while the page is open, and a stream reports it. */
export const PaidWhileYouWatch: Story = {
  args: { status: 'waiting' },
  beforeEach({ args }) {
    const reports = new Set<(report: OrderReport) => void>();
    args.source = {
      fetchStatus: () => 'waiting',
      expiresAt: UNTIL,
      subscribe(_, onReport) {
        reports.add(onReport);
        return () => void reports.delete(onReport);
      },
    };
    args.payerPays = () => reports.forEach((report) => report('paid'));
  },
  play: async (context) => {
    await expectPage(context);
    context.args.payerPays!();
    await expectPage(context, 'paid');
  },
};

/** `refetch` polls at once. */
export const LookedAtByHand: Story = {
  args: { status: 'waiting' },
  beforeEach({ args }) {
    const answers: (OrderReport | Error)[] = [new Error('offline'), 'paid'];
    args.source = {
      fetchStatus() {
        const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
        if (answer instanceof Error) throw answer;
        return answer;
      },
      // Not by itself meanwhile.
      refetchInterval: 600_000,
      expiresAt: UNTIL,
    };
  },
  play: async (context) => {
    await expectPage(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: wordsFor(context).look }));
    await expectPage(context, 'paid');
  },
};

/** At the deadline the hook polls once more, and an order that is still reported as `waiting` has expired. */
export const ExpiresByItself: Story = {
  ...show('waiting', { expiresAt: NOW + 1_500 }),
  play: async (context) => {
    await expectPage(context);
    moveClock(1_500);
    await waitFor(() => expectPage(context, 'expired'), { timeout: 5_000 });
  },
};

// The page's colors and language are those of the last one: on a page with the others they would be theirs too.
export const English: Story = { ...WaitingTheLookFailed, globals: { locale: 'en' }, tags: ['!autodocs'] };
export const Dark: Story = { ...WaitingTheLookFailed, globals: { theme: 'dark' }, tags: ['!autodocs'] };
export const DarkPaid: Story = { ...Paid, globals: { theme: 'dark' }, tags: ['!autodocs'] };
export const DarkFailed: Story = { ...Failed, globals: { theme: 'dark' }, tags: ['!autodocs'] };
export const DarkExpired: Story = { ...Expired, globals: { theme: 'dark' }, tags: ['!autodocs'] };

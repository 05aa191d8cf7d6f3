import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState, type ReactNode } from 'react';
import { InsteadProvider, PayButton, type InsteadEvent, type PayRequest } from 'react-instead-pay';
import { expect, within } from 'storybook/test';
import { LivePanel } from './live-panel.tsx';
import type { Switch } from './live-faults.ts';
import { makeOrder, openEmulator, readOrder } from './live-emulator.ts';
import { OrderPage } from './order-page.tsx';
import './live.css';
import { LOCALES, type StoryLocale } from './locales.ts';

/**
 * The real provider, and the whole service in a service worker of this Storybook. Click the button: a real popup opens.
 * Choose 카카오톡, 페이스북, 링크 or 취소 in it, and read the button's status line. `링크 복사` leads to the friend’s page.
 */
const meta: Meta = {
  title: 'Live',
  parameters: { layout: 'padded', controls: { disable: true } },
};

export default meta;
type Story = StoryObj;

/** Renders the shop once the emulator handles this page's requests. Until then, and if it never does, a sentence. */
function LiveShop(props: { locale: StoryLocale; children?: ReactNode }) {
  const [emulator, setEmulator] = useState<{ address: string } | { error: Error }>();
  useEffect(() => {
    openEmulator().then(
      (address) => setEmulator({ address }),
      (error: unknown) => setEmulator({ error: error as Error }),
    );
  }, []);
  if (!emulator) return <p role="status">Starting the emulator in this page’s service worker…</p>;
  if ('error' in emulator) return <p role="alert">{emulator.error.message}</p>;
  return <Shop address={emulator.address} {...props} />;
}

function Shop({ address, locale, children }: { address: string; locale: StoryLocale; children?: ReactNode }) {
  const [events, setEvents] = useState<InsteadEvent[]>([]);
  // Each selection is a new visit to the shop.
  const [visit, setVisit] = useState<{ count: number; chosen: Switch }>({ count: 1, chosen: 'none' });
  return (
    <InsteadProvider
      key={visit.count}
      clientId="storybook"
      sandbox
      apiUrl={`${address}/api`}
      // Another address for each visit: providers with equal settings share a script frame and its token.
      scriptSrc={`${address}/instead-1.0.1.js?visit=${visit.count}`}
      locale={LOCALES[locale]}
      onEvent={(event) => setEvents((before) => [...before, event])}
    >
      <div className="live">
        <div>{children ?? <PayButton request={makeOrder} />}</div>
        <LivePanel
          address={address}
          events={events}
          isBlocked={visit.chosen === 'blocked'}
          onChoose={(chosen) => setVisit(({ count }) => ({ count: count + 1, chosen }))}
        />
      </div>
    </InsteadProvider>
  );
}

export const PressIt: Story = {
  render: (_, { globals }) => <LiveShop locale={globals.locale as StoryLocale} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('ready', {}, { timeout: 10_000 })).toBeVisible();
    await expect(canvas.getByRole('button', { name: /결제를 부탁해|Ask a friend/ })).toBeEnabled();
  },
};

/** The order is created in the click by a function that takes three seconds. The popup is open meanwhile. */
export const SlowOrder: Story = {
  render: (_, { globals }) => (
    <LiveShop locale={globals.locale as StoryLocale}>
      <PayButton
        request={async () => {
          await new Promise((resolve) => setTimeout(resolve, 3000));
          return makeOrder();
        }}
      />
    </LiveShop>
  ),
  play: PressIt.play,
};

function RequestAndWait({ locale }: { locale: StoryLocale }) {
  const [made, setMade] = useState<PayRequest>();
  const [asked, setAsked] = useState<PayRequest>();
  async function request() {
    const order = await makeOrder();
    setMade(order);
    return order;
  }
  const button = <PayButton request={request} onSent={() => setAsked(made)} />;
  if (!asked) return button;
  const { merchantUid, payEndDttm } = asked;
  const source = { fetchStatus: readOrder, expiresAt: payEndDttm };
  // Another order is another page.
  return <OrderPage key={merchantUid} merchantUid={merchantUid} source={source} locale={locale} again={button} />;
}

/**
 * Once the request is sent, the order page replaces the button. Open the friend’s page (`링크 복사`,
 * `결제 페이지 열기`), pay or decline there, and come back: the page updates by itself, from the shop's server only.
 */
export const PaidByAFriend: Story = {
  render: (_, { globals }) => (
    <LiveShop locale={globals.locale as StoryLocale}>
      <RequestAndWait locale={globals.locale as StoryLocale} />
    </LiveShop>
  ),
  play: PressIt.play,
};

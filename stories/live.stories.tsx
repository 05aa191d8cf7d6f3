import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { InsteadProvider, PayButton, type InsteadEvent } from 'react-instead-pay';
import { expect, within } from 'storybook/test';
import { LivePanel, type Switch } from './live-panel.tsx';
import { openSandbox } from './live-sandbox.ts';
import { makeRequest } from './stage.tsx';
import './live.css';

/**
 * The real provider, and the whole service in a service worker of this Storybook. Press the button: a real window opens.
 * Choose 카카오톡, 페이스북, 링크 or 취소 in it, and see what the button says. `링크 복사` leads to the friend’s page.
 */
const meta: Meta = {
  title: 'Live',
  parameters: { layout: 'padded', controls: { disable: true } },
  loaders: [async () => ({ address: await openSandbox() })],
};

export default meta;
type Story = StoryObj;

function LiveShop({ address, locale, children }: { address: string; locale: 'ko' | 'en'; children?: ReactNode }) {
  const [events, setEvents] = useState<InsteadEvent[]>([]);
  // Each choice is a new visit to the shop.
  const [visit, setVisit] = useState<{ count: number; chosen: Switch }>({ count: 1, chosen: 'none' });
  return (
    <InsteadProvider
      key={visit.count}
      clientId="storybook"
      sandbox
      apiUrl={`${address}/api`}
      scriptSrc={`${address}/instead-1.0.1.js`}
      locale={locale}
      onEvent={(event) => setEvents((before) => [...before, event])}
    >
      <div className="live">
        <div>{children ?? <PayButton request={() => makeRequest(`order-${Date.now()}`)} />}</div>
        <LivePanel
          address={address}
          events={events}
          chosen={visit.chosen}
          onChoose={(chosen) => setVisit(({ count }) => ({ count: count + 1, chosen }))}
        />
      </div>
    </InsteadProvider>
  );
}

export const PressIt: Story = {
  render: (_, { loaded, globals }) => (
    <LiveShop address={loaded.address as string} locale={globals.locale as 'ko' | 'en'} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(await canvas.findByText('ready')).toBeVisible();
    await expect(canvas.getByRole('button', { name: /결제를 부탁해|Ask a friend/ })).toBeEnabled();
  },
};

/** The order is made in the click by a function that takes three seconds. The window is open all the while. */
export const SlowOrder: Story = {
  render: (_, { loaded, globals }) => (
    <LiveShop address={loaded.address as string} locale={globals.locale as 'ko' | 'en'}>
      <PayButton
        request={async () => {
          await new Promise((resolve) => setTimeout(resolve, 3000));
          return makeRequest(`order-${Date.now()}`);
        }}
      />
    </LiveShop>
  ),
  play: PressIt.play,
};

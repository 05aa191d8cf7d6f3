import type { Meta, StoryObj } from '@storybook/react-vite';
import type { CSSProperties, ReactNode } from 'react';
import { PayButton, useCurrentPayment, useInsteadPay } from 'react-instead-pay';
import { createMockAdapter, type MockAdapter } from 'react-instead-pay/testing';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { makeRequest } from './make-request.ts';
import { StoryFrame } from './story-frame.tsx';
import { shopLanguage, type StoryLocale } from './locales.ts';

interface Args {
  adapter: MockAdapter;
  onSubmit: (data: string) => void;
}

/** Other buttons, other places, other pages: the hook and the button where shops put them. */
const meta: Meta<Args> = {
  title: 'Own button',
  parameters: { controls: { disable: true } },
  // Each story has its own mock adapter.
  args: { onSubmit: fn() },
  beforeEach: ({ args }) => void (args.adapter = createMockAdapter()),
};

export default meta;
type Story = StoryObj<Args>;

const inStage = (children: ReactNode): Story['render'] =>
  function InStage({ adapter }, { globals }) {
    return (
      <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
        {children}
      </StoryFrame>
    );
  };

const pill: CSSProperties = {
  padding: '12px 22px',
  border: 0,
  borderRadius: 999,
  background: '#0f766e',
  color: '#fff',
  font: 'inherit',
  fontWeight: 700,
};

function PillButton() {
  const { state, pay, cancel } = useInsteadPay();
  if (state.status === 'open') {
    return (
      <button style={pill} onClick={cancel}>
        창이 열려 있어요 · 그만두기
      </button>
    );
  }
  return (
    <button style={pill} onClick={() => void pay(makeRequest())}>
      {state.status === 'sent' ? '부탁했어요' : '친구 찬스'}
    </button>
  );
}

/** `useInsteadPay()` with a button of another design system. */
export const WithTheHook: Story = {
  render: inStage(<PillButton />),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '친구 찬스' }));
    args.adapter.open();
    await canvas.findByRole('button', { name: '창이 열려 있어요 · 그만두기' });
    args.adapter.send('kakao');
    await canvas.findByRole('button', { name: '부탁했어요' });
  },
};

/** In a form it pays and submits nothing. */
export const InAForm: Story = {
  render: ({ adapter, onSubmit }, { globals }) => (
    <StoryFrame adapter={adapter} locale={globals.locale as StoryLocale}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit('submitted');
        }}
      >
        <label>
          받는 사람 <input name="to" defaultValue="김스테드" />
        </label>
        <p />
        <PayButton request={makeRequest()} overlay={false} />
      </form>
    </StoryFrame>
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    args.adapter.send('link');
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveAttribute('data-status', 'sent'));
    await expect(args.onSubmit).not.toHaveBeenCalled();
  },
};

/** The order is created in the click, by a function. The popup is open while it runs. */
export const OrderMadeInTheClick: Story = {
  render: inStage(<PayButton request={() => Promise.resolve(makeRequest('order-of-the-click'))} overlay={false} />),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    args.adapter.send('kakao');
    await userEvent.click(canvas.getByRole('button'));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveAttribute('data-status', 'sent'));
    await expect(args.adapter.requests.map(({ merchantUid }) => merchantUid)).toEqual(['order-of-the-click']);
  },
};

const products = ['겨울 운동화', '털장갑', '목도리'];

/** One provider, a button for each product. One pays; the others do not change. */
export const ProductList: Story = {
  render: inStage(
    <ul style={{ display: 'grid', gap: 12, padding: 0, listStyle: 'none' }}>
      {products.map((name) => (
        <li key={name}>
          <strong>{name}</strong>
          <br />
          <PayButton request={makeRequest(`order-${name}`)} overlay={false} aria-label={`${name} 결제를 부탁해`} />
        </li>
      ))}
    </ul>,
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '털장갑 결제를 부탁해' }));
    args.adapter.open();
    const statuses = () => canvas.getAllByRole('button').map((button) => button.getAttribute('data-status'));
    await waitFor(() => expect(statuses()).toEqual(['idle', 'open', 'idle']));
    // A second payment is refused in words, and the first goes on.
    await userEvent.click(canvas.getByRole('button', { name: '목도리 결제를 부탁해' }));
    await waitFor(() => expect(statuses()).toEqual(['idle', 'open', 'failed']));
  },
};

function StatusBar() {
  const payment = useCurrentPayment();
  return (
    <p
      data-testid="bar"
      style={{ margin: '0 0 24px', padding: '8px 16px', border: '1px solid currentColor', borderRadius: 8 }}
    >
      지금 결제: <strong>{payment.status}</strong>
    </p>
  );
}

/** `useCurrentPayment()` shows the payment elsewhere on the page. */
export const StatusBarElsewhere: Story = {
  render: inStage(
    <>
      <StatusBar />
      <PayButton request={makeRequest()} overlay={false} />
    </>,
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByTestId('bar')).toHaveTextContent('idle');
    await userEvent.click(canvas.getByRole('button'));
    args.adapter.open();
    await waitFor(() => expect(canvas.getByTestId('bar')).toHaveTextContent('open'));
  },
};

const button = inStage(<PayButton request={makeRequest()} overlay={false} />);

export const English: Story = {
  globals: { locale: 'en' },
  render: button,
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    args.adapter.fail('popup_blocked');
    await userEvent.click(canvas.getByRole('button', { name: 'Ask a friend to pay' }));
    await waitFor(() =>
      expect(canvas.getByRole('status')).toHaveTextContent('The popup was blocked. Please allow popups and try again.'),
    );
  },
};

/** Dark where the page's `color-scheme` is. */
export const Dark: Story = {
  globals: { theme: 'dark' },
  render: button,
  play: async ({ canvasElement }) => {
    const element = within(canvasElement).getByRole('button');
    await waitFor(() => expect(getComputedStyle(element).backgroundColor).toBe('rgb(253, 186, 116)'));
  },
};

export const RightToLeft: Story = {
  render: inStage(
    <div dir="rtl">
      <PayButton
        request={makeRequest()}
        overlay={false}
        labels={{ idle: 'اطلب من صديق أن يدفع', sent: 'تم إرسال الطلب إلى صديقك' }}
      />
    </div>,
  ),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    args.adapter.send('kakao');
    await userEvent.click(canvas.getByRole('button', { name: 'اطلب من صديق أن يدفع' }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('تم إرسال الطلب إلى صديقك'));
  },
};

/** Long words break into lines, and nothing runs out of a narrow phone. */
export const LongTextOnANarrowPhone: Story = {
  render: inStage(
    <div data-testid="phone" style={{ inlineSize: 280 }}>
      <PayButton request={makeRequest()} overlay={false}>
        생일을 맞은 나를 위해 이 겨울 운동화의 결제를 사랑하는 친구에게 부탁해 볼게요
      </PayButton>
    </div>,
  ),
  play: async ({ canvasElement }) => {
    const phone = within(canvasElement).getByTestId('phone');
    await expect(phone.scrollWidth).toBeLessThanOrEqual(phone.clientWidth);
  },
};

/** With `prefers-reduced-motion: reduce` nothing moves. Otherwise only the color under the pointer changes with a transition. */
export const ReducedMotion: Story = {
  render: button,
  play: async ({ canvasElement }) => {
    const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { transitionDuration } = getComputedStyle(within(canvasElement).getByRole('button'));
    await expect(transitionDuration).toBe(isReduced ? '0s' : '0.12s');
  },
};

/** With `forced-colors: active` the system draws the button; its edge and its focus ring stay. */
export const ForcedColors: Story = {
  render: button,
  play: async ({ canvasElement }) => {
    const element = within(canvasElement).getByRole('button');
    await userEvent.tab();
    await expect(element).toHaveFocus();
    await expect(getComputedStyle(element).outlineStyle).toBe('solid');
  },
};

/** Every value is a custom property, set on any element around it. */
export const ThreeDesigns: Story = {
  render: inStage(
    <div style={{ display: 'grid', gap: 20, justifyItems: 'start' }}>
      <div>
        <PayButton request={makeRequest('order-1')} overlay={false} />
      </div>
      <div
        style={
          {
            '--instead-button-background': 'transparent',
            '--instead-button-background-hover': 'light-dark(#fff3ea, #2b1c12)',
            '--instead-button-color': 'light-dark(#9a3412, #fdba74)',
            '--instead-button-border': 'currentColor',
          } as CSSProperties
        }
      >
        <PayButton request={makeRequest('order-2')} overlay={false} aria-label="결제를 부탁해, 테두리" />
      </div>
      <div
        style={
          {
            '--instead-button-background': '#fee500',
            '--instead-button-background-hover': '#f4d900',
            '--instead-button-color': '#191600',
            '--instead-radius': '999px',
          } as CSSProperties
        }
      >
        <PayButton request={makeRequest('order-3')} overlay={false} aria-label="결제를 부탁해, 둥글게" />
      </div>
    </div>,
  ),
  play: async ({ canvasElement }) => {
    const buttons = within(canvasElement).getAllByRole('button');
    const backgrounds = buttons.map((each) => getComputedStyle(each).backgroundColor);
    await expect(new Set(backgrounds).size).toBe(3);
  },
};

/** Smaller, as it is, larger, and as wide as its place. None is lower than a finger is wide (44 px). */
export const Sizes: Story = {
  render: inStage(
    <div style={{ display: 'grid', gap: 12, inlineSize: 320, maxInlineSize: 'calc(100vw - 32px)' }}>
      {[
        { '--instead-button-height': '44px' },
        {},
        { '--instead-button-height': '60px' },
        { '--instead-button-width': '100%' },
      ].map((style, index) => (
        <div key={index} style={style as CSSProperties}>
          <PayButton request={makeRequest(`order-${index}`)} overlay={false} aria-label={`결제를 부탁해 ${index}`} />
        </div>
      ))}
    </div>,
  ),
  play: async ({ canvasElement }) => {
    const boxes = within(canvasElement)
      .getAllByRole('button')
      .map((each) => each.getBoundingClientRect());
    await expect(boxes.map(({ height }) => height)).toEqual([44, 48, 60, 48]);
    await expect(boxes[3]?.width).toBe(320);
  },
};

const ownWords = {
  ko: { idle: '친구 찬스', sent: '친구에게 청구서를 보냈어요' },
  en: { idle: 'Make my day', sent: 'The request is on its way' },
};

/** `labels` replaces any of the words; custom properties dress it to match. */
export const WordsOfYourOwn: Story = {
  render: ({ adapter }, { globals }) => {
    const locale = globals.locale as StoryLocale;
    const look = {
      '--instead-button-background': '#fee500',
      '--instead-button-background-hover': '#f4d900',
      '--instead-button-color': '#191600',
      '--instead-radius': '999px',
    };
    return (
      <StoryFrame adapter={adapter} locale={locale}>
        <div style={look as CSSProperties}>
          <PayButton request={makeRequest()} overlay={false} labels={ownWords[shopLanguage(locale)]} />
        </div>
      </StoryFrame>
    );
  },
  play: async ({ canvasElement, args, globals }) => {
    const canvas = within(canvasElement);
    const words = ownWords[shopLanguage(globals.locale as StoryLocale)];
    args.adapter.send('kakao');
    await userEvent.click(canvas.getByRole('button', { name: words.idle }));
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(words.sent));
  },
};

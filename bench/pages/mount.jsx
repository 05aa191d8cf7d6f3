import { Elements, useStripe } from '@stripe/react-stripe-js';
import { PayPalProvider, usePayPal } from '@paypal/react-paypal-js/sdk-v6';
import { Profiler } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { InsteadProvider, PayButton, useInsteadPay } from 'react-instead-pay';
import { createMockAdapter } from 'react-instead-pay/testing';
import { makeRequest } from '../request.js';

// Which components have rendered since it was emptied.
const rendered = [];
const noop = () => {};
const request = makeRequest('order-1');
const many = (count, toElement) => Array.from({ length: count }, (_, index) => toElement(index));

const PayButtonOf = ({ id }) => (
  <PayButton request={request} overlay={false}>
    {() => {
      rendered.push(id);
      return '결제를 부탁해';
    }}
  </PayButton>
);

function OwnButton({ id }) {
  const { pay } = useInsteadPay();
  rendered.push(id);
  return <button onClick={() => pay(request)}>결제를 부탁해</button>;
}

function PlainButton({ id }) {
  rendered.push(id);
  return <button onClick={noop}>결제를 부탁해</button>;
}

// What <PayButton> puts on the page, and nothing behind it.
const longest = '팝업이 차단됐어요. 팝업을 허용한 뒤 다시 시도해 주세요.';
const SameMarkup = ({ id }) => (
  <span data-instead="box">
    <button type="button" data-instead="button" data-status="idle" onClick={noop} onPointerEnter={noop} onFocus={noop}>
      결제를 부탁해
    </button>
    <span data-instead="status" data-status="idle" data-longest={longest} id={`status-${id}`} role="status"></span>
  </span>
);

function StripeButton({ id }) {
  const stripe = useStripe();
  rendered.push(id);
  return <button onClick={() => stripe?.confirmPayment()}>결제를 부탁해</button>;
}

function PayPalButton({ id }) {
  const { sdkInstance } = usePayPal();
  rendered.push(id);
  return <button onClick={() => sdkInstance?.createPayPalOneTimePaymentSession()}>결제를 부탁해</button>;
}

// As much of Stripe as its provider looks at.
const stripe = {
  elements: () => ({ update: noop }),
  createToken: noop,
  createPaymentMethod: noop,
  confirmCardPayment: noop,
};

// PayPal's core, which is there already.
window.paypal = { version: '6.0.0', createInstance: async () => ({}) };

/** Each with its provider, and no service behind it: what is measured is React's part. */
const pages = {
  plain: (count) => many(count, (id) => <PlainButton key={id} id={id} />),
  markup: (count) => many(count, (id) => <SameMarkup key={id} id={id} />),
  PayButton: (count) => (
    <InsteadProvider adapter={createMockAdapter()}>
      {many(count, (id) => (
        <PayButton key={id} request={request} overlay={false}>
          결제를 부탁해
        </PayButton>
      ))}
    </InsteadProvider>
  ),
  useInsteadPay: (count, gateway = createMockAdapter()) => (
    <InsteadProvider adapter={gateway}>
      {many(count, (id) => (
        <OwnButton key={id} id={id} />
      ))}
    </InsteadProvider>
  ),
  Stripe: (count, given = stripe) => (
    <Elements stripe={given}>
      {many(count, (id) => (
        <StripeButton key={id} id={id} />
      ))}
    </Elements>
  ),
  PayPal: (count, clientId) => (
    <PayPalProvider clientId={clientId} environment="sandbox">
      {many(count, (id) => (
        <PayPalButton key={id} id={id} />
      ))}
    </PayPalProvider>
  ),
};

function mount(page) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  let renderTime = 0;
  const element = (
    <Profiler id="all" onRender={(_id, _phase, actualDuration) => (renderTime += actualDuration)}>
      {page}
    </Profiler>
  );
  const startedAt = performance.now();
  flushSync(() => root.render(element));
  const time = performance.now() - startedAt;
  return { time, renderTime, container, root, remove: () => (root.unmount(), container.remove()) };
}

/** ms for one mount, effects included: of few buttons many times, since the clock is coarse. */
window.measureMount = (variant, count) => {
  const times = Math.max(1, Math.round(300 / count));
  let time = 0;
  let renderTime = 0;
  for (let turn = 0; turn < times; turn++) {
    const mounted = mount(pages[variant](count));
    time += mounted.time;
    renderTime += mounted.renderTime;
    mounted.remove();
    rendered.length = 0;
  }
  window.gc?.();
  return { time: time / times, renderTime: renderTime / times };
};

const until = async (isSo) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** The same, with a component around each button that tells when it renders. */
const counted = {
  ...pages,
  PayButton: (count, gateway) => (
    <InsteadProvider adapter={gateway}>
      {many(count, (id) => (
        <PayButtonOf key={id} id={id} />
      ))}
    </InsteadProvider>
  ),
};

/** How many of the buttons render when their provider's script is there, and when one of them pays, step by step. */
window.countRenders = async (variant, count) => {
  const counts = {};
  const look = async (step, act, isProcessed = () => true) => {
    rendered.length = 0;
    act();
    await until(isProcessed);
    await new Promise((resolve) => setTimeout(resolve, 50));
    counts[step] = rendered.length;
  };
  if (variant === 'Stripe') {
    let load;
    const mounted = mount(pages.Stripe(count, new Promise((resolve) => (load = resolve))));
    await look(
      'loaded',
      () => load(stripe),
      () => rendered.length > 0,
    );
    mounted.remove();
  } else if (variant === 'PayPal') {
    let mounted;
    const load = () => {
      mounted = mount(pages.PayPal(count, 'shop'));
      rendered.length = 0;
    };
    await look('loaded', load, () => rendered.length > 0);
    mounted.remove();
  } else {
    const gateway = createMockAdapter();
    gateway.loading();
    const mounted = mount(counted[variant](count, gateway));
    await look('loaded', () => gateway.ready());
    const button = mounted.container.querySelector('button');
    await look('clicked', () => button.click());
    await look('open', () => gateway.open());
    await look('sent', () => gateway.send());
    mounted.remove();
  }
  return counts;
};

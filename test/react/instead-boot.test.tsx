import { act } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { InsteadProvider } from 'react-instead-pay';
import { InsteadBoot } from 'react-instead-pay/boot';
import { afterEach, expect, test, vi } from 'vitest';
import { settled } from '../support/settled.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

// As browsers do: a page's script cannot read the nonce.
const hideNonces = () => document.querySelectorAll('[nonce]').forEach((element) => element.setAttribute('nonce', ''));

test.each<[string, string | undefined]>([
  ['without a nonce', undefined],
  ['with a nonce', 'abc'],
  ['with the nonce of a later render', 'later'],
])('hydrates without a warning: %s', async (_, nonce) => {
  const console_ = (['error', 'warn'] as const).map((method) => vi.spyOn(console, method).mockImplementation(() => {}));
  const page = (given: string | undefined): ReactElement => (
    <StrictMode>
      <InsteadBoot clientId="shop" nonce={given} />
      <InsteadProvider clientId="shop" sandbox nonce={given} load="lazy">
        <p>상품</p>
      </InsteadProvider>
    </StrictMode>
  );
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = renderToString(page(nonce && 'abc'));
  hideNonces();
  const onRecoverableError = vi.fn();
  const script = container.querySelector('script');
  const root = await act(async () => hydrateRoot(container, page(nonce), { onRecoverableError }));
  await act(settled);
  expect(container.querySelector('script')).toBe(script);
  expect(onRecoverableError).not.toHaveBeenCalled();
  for (const { mock } of console_) expect(mock.calls).toEqual([]);
  await act(async () => root.unmount());
});

test('an option that could end the script element does not', () => {
  const html = renderToString(<InsteadBoot clientId="</script><img src=x>" apiUrl="/</script>" />);
  expect(html.match(/<\/script/g)).toHaveLength(1);
});

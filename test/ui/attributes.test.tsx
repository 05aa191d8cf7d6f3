import { readFileSync } from 'node:fs';
import { act, screen } from '@testing-library/react';
import { OrderStatus, PayButton, PayDeadline } from 'react-instead-pay';
import { expect, test, vi } from 'vitest';
import { ATTRIBUTES, CUSTOM_PROPERTIES, PARTS } from '../../src/ui/attributes.ts';
import { renderWith } from '../react/support.tsx';
import { makeRequest } from '../support/make-request.ts';
import { settled } from '../support/settled.ts';

const read = (path: string) => readFileSync(`${import.meta.dirname}/../../src/ui/${path}`, 'utf8');
// Comments describe how to set a value; they set none.
const styles = read('styles.css').replace(/\/\*[\s\S]*?\*\//g, '');

/** Every data attribute on the page, with the values it has had and the parts it was on, from idle to each outcome. */
async function walk() {
  // An in-app browser has more attributes.
  const app = vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue('FB_IAB');
  const seen = new Map<string, Set<string>>();
  const places = new Set<string>();
  const { adapter } = renderWith(
    <>
      <PayButton request={makeRequest()} />
      <PayButton request={makeRequest()} statusLine={false}>
        another
      </PayButton>
      <PayDeadline expiresAt={Date.now()} />
      <OrderStatus
        merchantUid="order-1"
        expiresAt={Date.now() + 60_000}
        fetchStatus={() => Promise.reject(new Error())}
      />
    </>,
  );
  const look = () => {
    for (const element of document.body.querySelectorAll('[data-instead]')) {
      for (const { name, value } of element.attributes) {
        if (!name.startsWith('data-')) continue;
        seen.set(name, (seen.get(name) ?? new Set()).add(value));
        places.add(`${name} on ${element.getAttribute('data-instead')}`);
      }
    }
  };
  const click = () =>
    act(async () => {
      screen.getByText('결제를 부탁해').click();
      look();
      await settled();
    });
  const step = async (event: Parameters<typeof adapter.popup.report>[0]) => {
    await act(async () => adapter.popup.report(event));
    look();
  };
  look();
  await screen.findByText('다시 확인하기');
  await act(async () => screen.getAllByText('주소 복사')[0]!.click());
  look();
  await click();
  look();
  await step({ status: 'open' });
  await step({ status: 'sent', method: 'link' });
  await click();
  await step({ status: 'cancelled', reason: 'user_cancelled' });
  adapter.isBlocked = true;
  await click();
  look();
  app.mockRestore();
  return { seen, places };
}

test('the page has exactly the attributes of the list', async () => {
  const { seen } = await walk();
  expect([...seen.keys()].sort()).toEqual([...ATTRIBUTES].sort());
  expect([...seen.get('data-instead')!].sort()).toEqual([...PARTS].sort());
  expect(seen.get('data-method')).toEqual(new Set(['link']));
  expect(seen.get('data-reason')).toEqual(new Set(['user_cancelled']));
  expect(seen.get('data-code')).toEqual(new Set(['popup_blocked']));
});

test('the table in attributes.ts lists the parts that have them', async () => {
  const { places } = await walk();
  const rows = [...read('attributes.ts').matchAll(/^ \* \| `(data-[a-z]+)` \| ([a-z, -]+) \| (.*) \|$/gm)];
  expect(rows.map(([, name]) => name)).toEqual([...ATTRIBUTES]);
  const listed = rows.flatMap(([, name, parts = '']) =>
    (parts === 'every element' ? [...PARTS] : parts.split(', ')).map((part) => `${name} on ${part}`),
  );
  expect([...places].sort()).toEqual(listed.sort());
  const [, , , values = ''] = rows[0]!;
  expect([...values.matchAll(/`([^`]+)`/g)].map(([, value]) => value)).toEqual([...PARTS]);
});

test('styles.css styles every part, and only what is in the list', () => {
  const parts = new Set([...styles.matchAll(/\[data-instead='([^']+)'\]/g)].map(([, part]) => part));
  expect([...parts].sort()).toEqual([...PARTS].sort());
  const names = new Set([...styles.matchAll(/\[(data-[a-z-]+)/g)].map(([, name]) => name as string));
  for (const name of names) expect(ATTRIBUTES).toContain(name);
  // No element of the shop can match: every selector begins with an attribute of the library.
  const selectors = [...styles.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim());
  for (const selector of selectors.filter((text) => !text.startsWith('@'))) {
    for (const one of selector.split(',')) expect(one.trim()).toMatch(/^\[data-instead/);
  }
});

test('every custom property of styles.css has a default, and it reads only those it sets', () => {
  const uses = [...styles.matchAll(/var\(\s*(--instead-[a-z-]+)\s*([,)])/g)];
  expect(uses.length).toBeGreaterThan(9);
  for (const [, name, after] of uses) expect(after, `${name} has a default`).toBe(',');
  const own = (pattern: RegExp) => new Set([...styles.matchAll(pattern)].map(([, name]) => name));
  expect(own(/var\(\s*(--_[a-z-]+)\s*\)/g)).toEqual(own(/(--_[a-z-]+)\s*:/g));
});

test('the list of custom properties, which the overlay takes over from the button’s surroundings, is that of styles.css', () => {
  expect([...CUSTOM_PROPERTIES]).toEqual([...new Set(styles.match(/--instead-[a-z-]+/g))].sort());
});

test('styles.css brings no font, image or other style along', () => {
  expect(styles).not.toMatch(/url\(|@import|@font-face|!important/);
});

import { SHARED_PAGE, type SharedPage } from '../protocol/shared-page.ts';

const KEY = /* @__PURE__ */ Symbol.for(SHARED_PAGE);

/** Returns what this page shares. On a server there is no page: nothing is shared between two requests. */
export function getSharedPage(): SharedPage {
  const holder = (typeof window === 'undefined' ? {} : window) as { [KEY]?: SharedPage };
  if (!holder[KEY]) Object.defineProperty(holder, KEY, { value: { connections: new Map(), openPayments: new Set() } });
  return holder[KEY]!;
}

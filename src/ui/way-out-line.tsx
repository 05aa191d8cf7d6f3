import type { ReactElement } from 'react';
import type { Locale } from '../payment/locale.ts';
import type { WayOut } from '../payment/way-out.ts';
import { attributesFor } from './attributes.ts';
import { wordFor, type PayLabels } from './labels.ts';
import { useState } from '../react/react.ts';

interface WayOutLineProps {
  wayOut: WayOut;
  locale: Locale;
  labels: PayLabels | undefined;
}

/** Says that the window may not open in this app, and offers what helps: a link that leaves it, or the page's address. */
export function WayOutLine({ wayOut: { getAddress, copy }, locale, labels }: WayOutLineProps): ReactElement {
  const [said, say] = useState('');
  const action = attributesFor('way-out-action');
  return (
    <span {...attributesFor('way-out')} aria-live="polite">
      {wordFor('doubtful', locale, labels)}{' '}
      {copy ? (
        <button
          {...action}
          type="button"
          onClick={() => {
            // At once, whatever the clipboard will do: the address can be taken by hand.
            say(getAddress());
            copy().then(
              () => say(wordFor('copied', locale, labels)),
              () => {},
            );
          }}
        >
          {wordFor('copy', locale, labels)}
        </button>
      ) : (
        // Read again in the press: a single-page shop may have moved on.
        <a {...action} href={getAddress()} onClick={(event) => (event.currentTarget.href = getAddress())}>
          {wordFor('leave', locale, labels)}
        </a>
      )}
      {said && <span {...attributesFor('way-out-said')}>{said}</span>}
    </span>
  );
}

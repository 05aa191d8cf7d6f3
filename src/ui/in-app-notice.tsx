import type { ReactElement } from 'react';
import type { Locale } from '../payment/locale.ts';
import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { attributesFor } from './attributes.ts';
import { label, type PayLabels } from './labels.ts';
import { useState } from '../react/react.ts';

interface InAppNoticeProps {
  openInBrowser: OpenInBrowser;
  locale: Locale;
  labels: PayLabels | undefined;
}

/** Renders a notice that the popup may not open in this app, with a link that leaves the app, or a button that copies the address. */
export function InAppNotice({ openInBrowser: { getAddress, copy }, locale, labels }: InAppNoticeProps): ReactElement {
  const [statusText, setStatusText] = useState('');
  const action = attributesFor('in-app-notice-action');
  return (
    <span {...attributesFor('in-app-notice')} aria-live="polite">
      {label('inAppNotice', locale, labels)}{' '}
      {copy ? (
        <button
          {...action}
          type="button"
          onClick={() => {
            // Shown at once, whatever the clipboard does: the address can be copied by hand.
            setStatusText(getAddress());
            copy().then(
              () => setStatusText(label('linkCopied', locale, labels)),
              () => {},
            );
          }}
        >
          {label('copyLink', locale, labels)}
        </button>
      ) : (
        // Read in the click: a single-page app may have navigated.
        <a {...action} href={getAddress()} onClick={(event) => (event.currentTarget.href = getAddress())}>
          {label('openInBrowser', locale, labels)}
        </a>
      )}
      {statusText && <span {...attributesFor('in-app-notice-status')}>{statusText}</span>}
    </span>
  );
}

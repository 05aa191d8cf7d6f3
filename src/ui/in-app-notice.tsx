import type { ReactElement } from 'react';
import type { PaymentWords } from '../locales/pay-locale.ts';
import type { OpenInBrowser } from '../payment/open-in-browser.ts';
import { attributesFor } from './attributes.ts';
import { label, type PayLabels, type TextProps } from './labels.ts';
import { useState } from '../react/react.ts';

interface InAppNoticeProps {
  openInBrowser: OpenInBrowser;
  words: PaymentWords;
  labels: PayLabels | undefined;
  /** Keeps the place of the notice, which the shopper no longer needs. */
  isHidden: boolean;
}

/** Renders a notice that the popup may not open in this app, with a link that leaves the app, or a button that copies the address. */
export function InAppNotice({ openInBrowser, words, labels, isHidden }: InAppNoticeProps): ReactElement {
  const { getAddress, copy } = openInBrowser;
  const [copied, setCopied] = useState<TextProps | null>(null);
  const action = attributesFor('in-app-notice-action');
  return (
    <span
      {...attributesFor('in-app-notice')}
      aria-live="polite"
      style={{ visibility: isHidden ? 'hidden' : undefined }}
    >
      <span {...label('inAppNotice', words, labels)} />{' '}
      {copy ? (
        <button
          {...action}
          {...label('copyLink', words, labels)}
          type="button"
          onClick={() => {
            // Shown at once, whatever the clipboard does: the address can be copied by hand.
            setCopied({ children: getAddress() });
            copy().then(
              () => setCopied(label('linkCopied', words, labels)),
              () => {},
            );
          }}
        />
      ) : (
        // Read in the click: a single-page app may have navigated.
        <a
          {...action}
          {...label('openInBrowser', words, labels)}
          href={getAddress()}
          onClick={(event) => (event.currentTarget.href = getAddress())}
        />
      )}
      {copied && <span {...attributesFor('in-app-notice-status')} {...copied} />}
    </span>
  );
}

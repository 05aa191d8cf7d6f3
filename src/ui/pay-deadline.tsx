import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { reportCallbackError } from '../errors.ts';
import { koOrder } from '../locales/ko-words.ts';
import type { PayLocale } from '../locales/pay-locale.ts';
import { InsteadContext } from '../react/instead-context.ts';
import { useTimeLeft } from '../react/use-time-left.ts';
import { attributesFor } from './attributes.ts';
import { forwardRef, useContext, useEffect } from '../react/react.ts';

/** The props of {@link PayDeadline}: its own, and every prop of a native `<time>`. */
export interface PayDeadlineProps extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** When the request expires: its `payEndDttm`, as a `Date`, Unix milliseconds, or an ISO date with its time zone. */
  expiresAt: Date | number | string;
  /**
   * The texts, from `react-instead-pay/locales` or your own.
   * @default the provider's, or Korean where there is none
   */
  locale?: PayLocale;
  /** Renders the remaining milliseconds; 0 after the deadline. */
  children?: (left: number) => ReactNode;
}

const NO_INSTANT =
  'PayDeadline: expiresAt must be a Date, Unix milliseconds, or an ISO date with its time zone (2030-01-02T03:04:05+09:00). ' +
  'Without a zone it would be another instant in each country. Nothing is rendered. Pass payEndDttm.';

/**
 * Renders the time that is left to pay, `23시간 59분 남음`, with the date and time in Korea (KST) as its title.
 *
 * A native `<time>`. It updates once a minute, in the last minute once a second, and not while the page is hidden. Screen
 * readers do not announce updates. A server renders the date, since its clock differs from the browser's. Needs no provider.
 *
 * @example
 * import { PayDeadline } from 'react-instead-pay';
 *
 * const deadline = <PayDeadline expiresAt="2026-12-01T21:00:00+09:00" />;
 */
export const PayDeadline = /* @__PURE__ */ forwardRef<HTMLTimeElement, PayDeadlineProps>(
  function PayDeadline(props, ref) {
    const { expiresAt: deadline, locale: ownLocale, children, ...time } = props;
    const provider = useContext(InsteadContext);
    const { lang, formatTimeLeft, formatDateTime } = ownLocale ?? provider?.locale ?? koOrder;
    const { expiresAt, left } = useTimeLeft(deadline);
    useEffect(() => {
      if (expiresAt === null) reportCallbackError(new RangeError(NO_INSTANT));
    }, [expiresAt]);
    if (expiresAt === null) return null;
    return (
      <time
        title={formatDateTime(expiresAt)}
        // Not on what the shop renders.
        lang={children ? undefined : lang}
        {...time}
        {...attributesFor('deadline')}
        dateTime={new Date(expiresAt).toISOString()}
        ref={ref}
      >
        {left === null ? formatDateTime(expiresAt) : children ? children(left) : formatTimeLeft(left)}
      </time>
    );
  },
);

import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { reportCallbackError } from '../errors.ts';
import type { Locale } from '../payment/locale.ts';
import { InsteadContext } from '../react/instead-context.ts';
import { useTimeLeft } from '../react/use-time-left.ts';
import { attributesFor } from './attributes.ts';
import { formatDateTime, formatExpired, formatTimeLeft } from './format-deadline.ts';
import { forwardRef, useContext, useEffect } from '../react/react.ts';

/** What {@link PayDeadline} takes: its own props, and every prop of a native `<time>`. */
export interface PayDeadlineProps extends Omit<ComponentPropsWithoutRef<'time'>, 'children' | 'dateTime'> {
  /** Until when the friend may pay: the request's `payEndDttm`. A `Date`, Unix milliseconds, or an ISO date with its zone. */
  expiresAt: Date | number | string;
  /**
   * The language: `'ko'` or `'en'`.
   * @default the provider's, or `'ko'` where there is none
   */
  locale?: Locale;
  /** Words of your own for the milliseconds that are left; 0 when it is over. */
  children?: (left: number) => ReactNode;
}

const NO_DATE = 'PayDeadline: expiresAt is not a date that can be read, so nothing is shown. Give it payEndDttm.';

/**
 * Says how long a friend may still pay: `23시간 59분 남음`, with the date and hour in Korea as its title.
 *
 * A native `<time>`. It changes once a minute, in the last minute once a second, and not while the page is hidden. It is not
 * read aloud with each change. A server renders the date, since its clock is another one. No provider is needed.
 *
 * @example
 * import { PayDeadline } from 'react-instead-pay';
 * <PayDeadline expiresAt={order.payEndDttm} />
 */
export const PayDeadline = /* @__PURE__ */ forwardRef<HTMLTimeElement, PayDeadlineProps>(
  function PayDeadline(props, ref) {
    const { expiresAt: deadline, locale: ownLocale, children, ...time } = props;
    const provider = useContext(InsteadContext);
    const locale = ownLocale ?? provider?.locale ?? 'ko';
    const { expiresAt, left } = useTimeLeft(deadline);
    useEffect(() => {
      if (expiresAt === null) reportCallbackError(new RangeError(NO_DATE));
    }, [expiresAt]);
    if (expiresAt === null) return null;
    return (
      <time
        title={formatDateTime(expiresAt, locale)}
        {...time}
        {...attributesFor('deadline')}
        dateTime={new Date(expiresAt).toISOString()}
        ref={ref}
      >
        {left === null
          ? formatDateTime(expiresAt, locale)
          : children
            ? children(left)
            : left > 0
              ? formatTimeLeft(left, locale)
              : formatExpired(locale)}
      </time>
    );
  },
);

import type { ShareMethod } from '../../../protocol/script-message.ts';
import type { PaymentRecordStatus } from '../../payment-store.ts';
import type { PaymentMethod } from '../../settings.ts';

/** A heading and the sentence below it. */
export type Message = readonly [heading: string, details: string];

/** Every word of the share page and the checkout page in one language. A language without one of them does not compile. */
export interface PageWords {
  /** The name of the language, in the language itself. */
  languageName: string;
  /** The name of the language switch. */
  languages: string;
  /** What each page is, in its title and after the mark 모의 결제. */
  emulated: string;
  noMoney: string;
  /** An amount in won, with its thousands separated. */
  won: (amount: string) => string;
  /** A date and a time in Korea (KST). */
  inKorea: (dateAndTime: string) => string;
  dateStyle: 'medium' | 'long';

  close: string;
  /** Where a browser does not let a page close its window. */
  closeYourself: string;
  back: string;
  pageNotFound: string;
  paymentNotFound: Message;

  card: { label: string; total: string; payableUntil: (date: string) => string };
  statuses: Record<PaymentRecordStatus, string>;
  methods: Record<PaymentMethod, string>;

  share: {
    title: string;
    heading: (name: string) => string;
    lead: string;
    methods: Record<ShareMethod, string>;
    cancel: string;
    sent: Message;
    /** What is announced after a click. `link`: the link was copied. */
    notes: Record<ShareMethod, string>;
    /** The link was not copied. Its address is below. */
    notCopied: string;
    address: string;
    message: { label: string; greeting: string; body: (name: string, amount: string) => string; open: string };
    hint: string;
    /** The final status, for the shopper who asked. The details of `paid` are the method, the amount and the time. */
    results: { paid: string } & Record<'failed' | 'cancelled' | 'expired', Message>;
  };

  checkout: {
    title: string;
    heading: (name: string) => string;
    method: string;
    notice: (amount: string) => string;
    pay: string;
    decline: string;
    /** The question before a request is declined. */
    declining: Message;
    confirmDecline: string;
    methodNotAvailable: Message;
    goToShop: string;
    mayClose: string;
    /** The final status, for a payer. `hasPaid` and `hasDeclined`: this one has just done so. */
    results: { hasPaid: string; hasDeclined: Message; paid: string } & Record<
      'failed' | 'cancelled' | 'expired',
      Message
    >;
  };
}

import type { PageWords } from './page-words.ts';

export const en: PageWords = {
  languageName: 'English',
  languages: 'Language',
  emulated: 'Emulated payment',
  noMoney: 'Emulated. No money moves',
  won: (amount) => `${amount} won`,
  inKorea: (dateAndTime) => `${dateAndTime} (KST)`,
  dateStyle: 'medium',

  close: 'Close',
  closeYourself: 'Close this window in your browser.',
  back: 'Back',
  pageNotFound: 'Emulated payment: the page was not found.',
  paymentNotFound: ['There is no such payment request', 'Check the address.'],

  card: { label: 'Payment', total: 'Total', payableUntil: (date) => `Can be paid until ${date}` },
  statuses: { waiting: 'waiting', paid: 'paid', cancelled: 'cancelled', failed: 'failed', expired: 'expired' },
  methods: { card: 'Card', mobile: 'Mobile phone', transfer: 'Bank transfer' },

  share: {
    title: 'Please pay for me',
    heading: (name) => `${name}, whom do you want to ask?`,
    lead: 'The payment link is sent the way you choose.',
    methods: { kakao: 'KakaoTalk', facebook: 'Facebook', link: 'Copy link' },
    cancel: 'Cancel',
    sent: ['Your request is sent', 'You can send it again in another way.'],
    notes: { kakao: 'Sent by KakaoTalk', facebook: 'Sent by Facebook', link: 'Copied' },
    notCopied: 'The link was not copied. Copy the address below.',
    address: 'Address of the payment link',
    message: {
      label: 'What the payer receives',
      greeting: 'Please pay for me!',
      body: (name, amount) => `${name} asks you to pay ${amount}.`,
      open: 'Open the checkout page',
    },
    hint: 'Open the checkout page as the payer. This window can be closed.',
    results: {
      paid: 'The payer has paid',
      failed: ['The payer has declined', 'You can ask again in the shop.'],
      cancelled: ['This request was cancelled', 'The seller has cancelled the payment.'],
      expired: ['This request has expired', 'It was not paid in time. Ask again in the shop.'],
    },
  },

  checkout: {
    title: 'You are asked to pay',
    heading: (name) => `${name} asks you to pay`,
    method: 'Payment method',
    notice: (amount) => `The button records a payment of ${amount}. No money moves.`,
    pay: 'Pay',
    decline: 'Decline',
    declining: ['Decline this request?', 'It can then no longer be paid.'],
    confirmDecline: 'Yes, decline',
    methodNotAvailable: ['Not paid', 'This payment method is not available.'],
    goToShop: 'Go to the shop',
    mayClose: 'You can close this window.',
    results: {
      hasPaid: 'You have paid',
      hasDeclined: ['You have declined', 'This request can no longer be paid.'],
      paid: 'This request is already paid',
      failed: ['This request was declined', 'It can no longer be paid.'],
      cancelled: ['This request was cancelled', 'The seller has cancelled the payment.'],
      expired: ['This request has expired', 'Ask the person who sent it for a new link.'],
    },
  },
};

// Long because every text of the shop in English is here, in one place.
import type { Words } from './ko';
import { two } from './two';

const NINE_HOURS = 9 * 60 * 60 * 1000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const won = (amount: number): string => `₩${amount.toLocaleString('en-US')}`;

/** `25 Nov, 16:49 KST`. Computed without Intl, so that server and browser render the same characters. */
function time(instant: number): string {
  const there = new Date(instant + NINE_HOURS);
  const month = MONTHS[there.getUTCMonth()] ?? '';
  return `${there.getUTCDate()} ${month}, ${two(there.getUTCHours())}:${two(there.getUTCMinutes())} KST`;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const en: Words = {
  won,
  time,

  stages: {
    created: 'Not sent',
    waiting: 'Waiting',
    paid: 'Paid',
    refunding: 'Refunding',
    refunded: 'Refunded',
    cancelled: 'Cancelled',
    failed: 'Payment failed',
    expired: 'Expired',
  },

  products: {
    bungeoppang: {
      name: 'Red bean bungeoppang',
      unit: 'bag of 3',
      description: 'Fish-shaped pastry, baked when you order. Filled with Korean red beans to the tip of the tail.',
      picture: 'Three freshly baked fish-shaped pastries in a paper bag',
    },
    'cream-bungeoppang': {
      name: 'Custard bungeoppang',
      unit: 'bag of 3',
      description: 'Vanilla custard, cooked every morning. Hot at first: give it a moment.',
      picture: 'Three custard-filled fish-shaped pastries in a yellow bag',
    },
    hotteok: {
      name: 'Seed hotteok',
      unit: 'one pancake',
      description: 'A sweet pancake with brown sugar, sunflower seeds and peanuts, fried until golden.',
      picture: 'A round pancake with seeds on a plate',
    },
    goguma: {
      name: 'Roasted sweet potatoes',
      unit: 'two potatoes',
      description: 'Honey sweet potatoes from the south coast, roasted for an hour and wrapped in paper.',
      picture: 'Two steaming roasted sweet potatoes',
    },
  },

  shop: {
    name: 'Alley Bungeoppang',
    description: 'You eat, a friend pays.',
    testMode: 'Test mode',
    navigation: 'Shop',
    menu: 'Menu',
    orders: 'My orders',
    cart: 'Cart',
    noMoney: 'No real money moves here.',
    toEmulator: 'Payment service emulator',
    newTab: 'new tab',
    toAdmin: 'Staff page',
    back: 'Back to the shop',
    notFound: 'Not found',
    notFoundHint: 'The address is wrong, or the order was made in another browser.',
  },

  buy: {
    title: 'Ask a friend now',
    quantity: 'Quantity',
    quantityOf: (product) => `Quantity of ${product}`,
    less: (product) => `Fewer of ${product}`,
    more: (product) => `More of ${product}`,
    least: 'One is the least you can order.',
    most: (most) => `You can order up to ${most} at a time.`,
    total: 'Total',
    sent: 'The request was sent',
    toCart: 'Add to cart',
    inCart: (count) => `${count} in your cart.`,
    cartFull: (most) => `The cart holds up to ${most} of one product.`,
    showCart: 'Show the cart',
  },

  cart: {
    loading: 'Loading your cart.',
    empty: 'Your cart is empty.',
    toMenu: 'Show the menu',
    content: 'Cart content',
    remove: (product) => `Remove ${product}`,
    removed: (product, total) => `Removed from the cart: ${product}. Total ${won(total)}`,
    removedLast: (product) => `Removed from the cart: ${product}. It is empty now.`,
    leaving: 'Opening your order.',
  },

  order: {
    title: 'Order details',
    numbered: (id) => `Order ${id}`,
    none: 'You have not asked for anything yet.',
    status: 'Order status',
    items: 'Order',
    total: 'Amount',
    deadline: 'Pay by',
    number: 'Order number',
    details: 'Order details',
    again: 'Ask for the same again',
    againName: (items, orderedAt) => `Ask for the same again: ${items}, ordered at ${time(orderedAt)}`,
    createdTitle: 'This order has not been sent yet',
    createdHint: 'It starts when you send the request to a friend.',
    waitingTitle: 'Your friend has been asked to pay',
    waitingHint: (expiresAt) => `They can pay until ${time(expiresAt)}. This page shows it at once.`,
    paidTitle: 'Paid',
    paidHint: (total) => `Your friend paid ${won(total)}. Baking starts now.`,
    refundingTitle: 'The refund is in progress',
    refundingHint: 'The seller cancelled the order. The money goes back to your friend.',
    refundedTitle: 'This order was refunded',
    refundedHint: 'The money went back to your friend.',
    cancelledTitle: 'This order was cancelled',
    cancelledHint: 'It was cancelled before anyone paid.',
    failedTitle: 'The payment failed',
    failedHint: 'Try asking another friend.',
    expiredTitle: 'The time to pay is over',
    expiredHint: 'You can ask again.',
    inReviewHint: 'A payment arrived too late. The seller is looking into it.',
  },

  webhooks: {
    title: 'Instead webhooks',
    none: 'No webhook has arrived yet.',
    accepted: 'accepted',
    undecided: 'being checked',
    rejected: 'rejected',
    times: (count) => `${count} times`,
  },

  admin: {
    title: 'Orders',
    loginTitle: 'Staff login',
    everybody: 'the staff',
    key: 'Staff key',
    demoKey: (key) => `Staff key for test payments: ${key}`,
    noKey: 'The staff page needs a key. Set the environment variable',
    noKeyEnd: ' on the server to a key of 16 characters or more, and restart the shop.',
    logIn: 'Log in',
    logOut: 'Log out',
    loggedIn: 'You are logged in.',
    loggedOut: 'You are logged out.',
    loggedInAs: (name) => `Logged in as ${name}.`,
    keyMissing: 'Enter the staff key.',
    keyWrong: 'The staff key is wrong.',
    loginFailed: 'Logging in is not possible right now. Please try again in a moment.',
    find: 'Find an order',
    findLabel: 'Order number, payment number or name',
    findButton: 'Find',
    findAll: 'Show all orders',
    found: (words, count) => `${counted(count, 'order', 'orders')} found for “${words}”`,
    count: (count) => `${count}`,
    times: (count) => `${count} times`,
    previous: (list) => `Previous page of ${list}`,
    next: (list) => `Next page of ${list}`,
    pages: (list) => `Pages of ${list}`,
    no: 'No',
    unchanged: 'Nothing was changed.',
    running: 'Requesting.',
    requested: 'Requested. This page changes when it is done.',
    done: 'Done.',
    changed: 'It has changed meanwhile. Please check the status.',
    sessionOver: 'Your login has ended. Please log in again.',
    failed: 'It did not work. Please try again in a moment.',
  },

  adminOrders: {
    title: 'Orders',
    none: 'No orders yet.',
    noneFound: 'No order matches. Please check the number or the name.',
    row: (id) => `Order ${id}`,
    orderedBy: (name) => name,
    nowIs: (id, stage) => `Order ${id}: ${stage}`,
    cancelledBy: (name, at) => `Cancelled by ${name} at ${time(at)}.`,
    refundRequestedBy: (name, at) => `${name} requested this at ${time(at)}. The status changes after the refund.`,
    cancel: 'Cancel order',
    cancelName: (id) => `Cancel order ${id}`,
    cancelQuestion: (name) =>
      `Cancel the order of ${name}? Instead is asked to cancel the request, so that nobody can pay it.`,
    cancelQuestionUnknown: (name, expiresAt) =>
      `Cancel the order of ${name}? The request stays open, since its payment number at Instead is not known: a friend can pay until ${time(expiresAt)}, and that money has to be refunded.`,
    refundQuestion: (name, amount) => `Cancel the order of ${name} and refund ${won(amount)} to the payer?`,
    confirm: 'Yes, cancel it',
    requestWithdrawing:
      'Instead is being asked to cancel the request. Money that arrives meanwhile is listed under “To be refunded”.',
    requestWithdrawn: 'The request was cancelled at Instead, too. Nobody can pay it any more.',
    requestUnknown: (expiresAt) =>
      `The request is still open, since its payment number at Instead is not known. A friend can pay until ${time(expiresAt)}; that money is then listed under “To be refunded”.`,
  },

  owed: {
    title: 'To be refunded',
    list: 'payments to be refunded',
    row: (uid) => `Refund ${uid}`,
    refund: 'Refund',
    refundName: (uid, order) => `Refund payment ${uid} of order ${order}`,
    refundQuestion: (amount) => `Refund ${won(amount)} to the payer?`,
    refundConfirm: 'Yes, refund it',
    accept: 'Accept order',
    acceptName: (order) => `Accept order ${order}`,
    acceptQuestion: 'Accept the order although the payment is late?',
    acceptConfirm: 'Yes, accept it',
    requestedBy: (name, at) => `${name} requested the refund at ${time(at)}.`,
    refunded: (uid) => `Refunded: payment ${uid}`,
    accepted: (uid) => `Order accepted: payment ${uid}`,
    waiting: 'To be refunded',
    refunding: 'Refunding',
    reasons: {
      surplus: 'The order was paid a second time. It has to be refunded.',
      cancelled: 'A cancelled order was paid. It has to be refunded.',
      late: 'The payment came after the deadline. Accept the order, or refund it.',
      amount: 'Another amount than the order’s was paid. It has to be refunded.',
      mode: 'A test order was paid with real money. It has to be refunded.',
      order: 'The order was cancelled.',
      unknown: 'This money should not have come in. It has to be refunded.',
    },
    problems: {
      unknown_payment: 'Instead does not have this payment. Please check Instead’s admin site.',
      not_cancelled_yet: 'Instead has not refunded it yet. It is checked again.',
      other: 'Instead could not be asked. It is asked again.',
    },
  },

  openWebhooks: {
    title: 'Webhooks to be checked',
    row: (uid, status) => `Webhook ${uid} ${status}`,
    retrying: 'Retrying',
    rejected: 'Rejected',
    processing: 'Being processed.',
    tried: (attempts, next) => `Tried again ${counted(attempts, 'time', 'times')}. Next try: ${time(next)}.`,
    againBy: (name, at) => `${name} had it processed again at ${time(at)}.`,
    again: 'Process again',
    againName: (uid, status) => `Process webhook ${uid} ${status} again`,
    processed: (uid) => `Confirmed: webhook ${uid}`,
    reasons: {
      status: 'The look-up at Instead returned another status.',
      amount: 'The look-up at Instead returned another amount than the order’s.',
      order: 'It is the payment of another order.',
      mode: 'A test payment and a real one were mixed up.',
      unknown_payment: 'Instead does not have this payment, or it is not complete yet.',
      unknown_order: 'This shop has no such order.',
      lookup_failed: 'The payment could not be looked up at Instead.',
      shop_error: 'An error occurred while it was processed.',
    },
  },
};

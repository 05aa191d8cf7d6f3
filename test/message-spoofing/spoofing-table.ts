import type { WORDS } from './spoofed-messages.ts';

/** The state of the payment when the sender posts. `settled`: sent, with Instead's window still up. */
export const STATES = ['idle', 'requesting', 'open', 'settled'] as const;

export type State = (typeof STATES)[number];

/** What stops a message. */
export const GUARDS = {
  isTrusted: 'it was made by a script, not posted',
  source: 'it is not from the window of this payment',
  'sent off': 'the window is still blank and ours: nothing in it can have anything to say',
  origin: "the window does not show a page of Instead's",
  shape: 'these are not words of Instead',
  scriptFrame: "the script's own handler is removed from its frame as soon as it is set",
  browser: 'the browser delivers it elsewhere: nobody listens there',
  settled: 'the payment is over. The raw result goes to `request_cb`, as the guide has it, and nowhere else',
} as const;

export interface SpoofingCase {
  id: string;
  /** Who speaks. */
  who: string;
  says: keyof typeof WORDS;
  /** In which of its states a payment can be spoken to like this. */
  states: readonly State[];
  stoppedBy: keyof typeof GUARDS;
  /** The API answers on the shop's own origin, as a sandbox in the same app does. So the origin alone would let it pass. */
  isHome?: true;
}

const ALWAYS = STATES;
const WITH_WINDOW = ['open', 'settled'] as const;

export const SPOOFING_CASES: readonly SpoofingCase[] = [
  { id: 'page', who: 'the page itself', says: 'real', states: ALWAYS, stoppedBy: 'source', isHome: true },
  {
    id: 'same-origin-frame',
    who: "a frame of the shop's own origin",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isHome: true,
  },
  { id: 'other-origin-frame', who: 'a frame of another origin', says: 'real', states: ALWAYS, stoppedBy: 'source' },
  { id: 'service-frame', who: "a frame of Instead's own origin", says: 'real', states: ALWAYS, stoppedBy: 'source' },
  {
    id: 'nested-frame',
    who: "a frame of Instead's own origin, within a frame of another",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'sandboxed-frame',
    who: 'a frame in a sandbox, whose origin is `null`',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'frame-without-address',
    who: "frames without an address: `srcdoc`, `blob:` (the shop's origin), `data:` (`null`)",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isHome: true,
  },
  {
    id: 'script-frame',
    who: 'the frame in which the script lives',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isHome: true,
  },
  {
    id: 'into-script-frame',
    who: 'the page, to the frame in which the script lives',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'scriptFrame',
  },
  {
    id: 'opener',
    who: "a page of Instead's own origin that has opened the shop",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'other-popup',
    who: "another popup of the page, on Instead's own origin",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'earlier-window',
    who: 'the window of an earlier payment, in which sharing still goes on',
    says: 'real',
    states: ['requesting', 'open', 'settled'],
    stoppedBy: 'source',
  },
  {
    id: 'frame-in-window',
    who: "a frame of Instead's origin within the payment window",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'source',
  },
  {
    id: 'popup-of-window',
    who: 'a window that the payment window has opened',
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'source',
  },
  { id: 'service-worker', who: 'a service worker of the shop', says: 'real', states: ALWAYS, stoppedBy: 'browser' },
  {
    id: 'channels',
    who: 'a `BroadcastChannel` and a `MessageChannel`',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'browser',
  },
  {
    id: 'look-alike',
    who: "the payment window, at an address that looks like Instead's (ten of them, below)",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'origin',
  },
  {
    id: 'elsewhere',
    who: "the payment window, at a stranger's page, at the shop's own, and at one whose origin is `null`",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'origin',
  },
  {
    id: 'before-sent-off',
    who: 'the payment window, while it is still blank',
    says: 'real',
    states: ['requesting'],
    stoppedBy: 'sent off',
    isHome: true,
  },
  {
    id: 'after-settled',
    who: 'the payment window, once more, after the payment is over',
    says: 'real',
    states: ['settled'],
    stoppedBy: 'settled',
  },
  { id: 'unknown', who: 'the payment window', says: 'unknown', states: WITH_WINDOW, stoppedBy: 'shape' },
  { id: 'polluting', who: 'the payment window', says: 'polluting', states: WITH_WINDOW, stoppedBy: 'shape' },
  { id: 'exotic', who: 'the payment window', says: 'exotic', states: WITH_WINDOW, stoppedBy: 'shape' },
  {
    id: 'synthetic',
    who: "an event that a script of the page made, with the window's own handle and Instead's origin in it",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'isTrusted',
  },
  {
    id: 'twisted',
    who: 'an event that a script of the page made, with getters that throw, no sender, or the origin `"null"`',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'isTrusted',
  },
];

/** Addresses that a tired eye takes for Instead's, with the origin that the browser makes of them. */
export const LOOK_ALIKES: readonly [address: string, origin: string][] = [
  ['https://instead.co.kr.evil.example/', 'https://instead.co.kr.evil.example'],
  ['https://instead.co.kr@evil.example/', 'https://evil.example'],
  ['https://evil.example/https://instead.co.kr/', 'https://evil.example'],
  ['https://instead.co.kr:8443/', 'https://instead.co.kr:8443'],
  ['https://instead.co.kr./', 'https://instead.co.kr.'],
  ['https://pay.instead.co.kr/', 'https://pay.instead.co.kr'],
  ['https://instead-co.kr/', 'https://instead-co.kr'],
  ['https://lnstead.co.kr/', 'https://lnstead.co.kr'],
  ['https://іnstead.co.kr/', 'https://xn--nstead-ovf.co.kr'],
  ['http://instead.co.kr/', 'http://instead.co.kr'],
];

import type { WORDS } from './spoofed-messages.ts';

/** The state of the payment when the sender posts. `settled`: sent, with the popup still open. */
export const STATES = ['idle', 'requesting', 'open', 'settled'] as const;

export type State = (typeof STATES)[number];

/** What stops a message. */
export const GUARDS = {
  isTrusted: 'it was created by a script, not posted',
  source: 'its source is not the popup of this payment',
  navigated: 'the popup is still the blank page of the library, which posts no messages',
  origin: "the popup does not show a page of Instead's origin",
  shape: "it is no message of Instead's",
  scriptFrame: "the script's own handler is removed from its frame as soon as it is set",
  browser: 'the browser delivers it elsewhere, where nothing listens',
  settled: 'the payment has settled. The raw result reaches only `request_cb`, as in the guide',
} as const;

export interface SpoofingCase {
  id: string;
  /** What posts the message. */
  who: string;
  says: keyof typeof WORDS;
  /** The states of a payment in which it can be posted. */
  states: readonly State[];
  stoppedBy: keyof typeof GUARDS;
  /**
   * The API answers on the shop's own origin, as an emulator in the same app does, so the origin check alone would accept
   * it.
   */
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
    who: 'a sandboxed frame, whose origin is `null`',
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
    who: 'the script frame',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isHome: true,
  },
  {
    id: 'into-script-frame',
    who: 'the page, to the script frame',
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
    who: 'the popup of an earlier payment, in which sharing continues',
    says: 'real',
    states: ['requesting', 'open', 'settled'],
    stoppedBy: 'source',
  },
  {
    id: 'frame-in-window',
    who: "a frame of Instead's origin inside the popup",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'source',
  },
  {
    id: 'popup-of-window',
    who: 'a popup that the popup has opened',
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
    who: "the popup, at an address that resembles Instead's (ten of them, below)",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'origin',
  },
  {
    id: 'elsewhere',
    who: "the popup, at another site's page, at the shop's own, and at one whose origin is `null`",
    says: 'real',
    states: WITH_WINDOW,
    stoppedBy: 'origin',
  },
  {
    id: 'before-navigation',
    who: 'the popup, while it is still blank',
    says: 'real',
    states: ['requesting'],
    stoppedBy: 'navigated',
    isHome: true,
  },
  {
    id: 'after-settled',
    who: 'the popup, after the payment has settled',
    says: 'real',
    states: ['settled'],
    stoppedBy: 'settled',
  },
  { id: 'unknown', who: 'the popup', says: 'unknown', states: WITH_WINDOW, stoppedBy: 'shape' },
  { id: 'polluting', who: 'the popup', says: 'polluting', states: WITH_WINDOW, stoppedBy: 'shape' },
  { id: 'exotic', who: 'the popup', says: 'exotic', states: WITH_WINDOW, stoppedBy: 'shape' },
  {
    id: 'synthetic',
    who: "an event that a script of the page created, with the popup as its source and Instead's origin",
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'isTrusted',
  },
  {
    id: 'twisted',
    who: 'an event that a script of the page created, with getters that throw, no source, or the origin `"null"`',
    says: 'real',
    states: ALWAYS,
    stoppedBy: 'isTrusted',
  },
];

/** Addresses that are easily mistaken for Instead's, with the origin that the browser computes. */
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

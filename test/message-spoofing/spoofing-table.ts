import type { MESSAGES } from './spoofed-messages.ts';

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
  sender: string;
  kind: keyof typeof MESSAGES;
  /** The states of a payment in which it can be posted. */
  states: readonly State[];
  stoppedBy: keyof typeof GUARDS;
  /**
   * The API answers on the shop's own origin, as an emulator in the same app does, so an origin check without the others would accept
   * it.
   */
  isSameOrigin?: true;
}

const ALWAYS = STATES;
const WITH_POPUP = ['open', 'settled'] as const;

export const SPOOFING_CASES: readonly SpoofingCase[] = [
  { id: 'page', sender: 'the page itself', kind: 'real', states: ALWAYS, stoppedBy: 'source', isSameOrigin: true },
  {
    id: 'same-origin-frame',
    sender: "a frame of the shop's own origin",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isSameOrigin: true,
  },
  { id: 'other-origin-frame', sender: 'a frame of another origin', kind: 'real', states: ALWAYS, stoppedBy: 'source' },
  { id: 'service-frame', sender: "a frame of Instead's own origin", kind: 'real', states: ALWAYS, stoppedBy: 'source' },
  {
    id: 'nested-frame',
    sender: "a frame of Instead's own origin, within a frame of another",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'sandboxed-frame',
    sender: 'a sandboxed frame, whose origin is `null`',
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'frame-without-address',
    sender: "frames without an address: `srcdoc`, `blob:` (the shop's origin), `data:` (`null`)",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isSameOrigin: true,
  },
  {
    id: 'script-frame',
    sender: 'the script frame',
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
    isSameOrigin: true,
  },
  {
    id: 'into-script-frame',
    sender: 'the page, to the script frame',
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'scriptFrame',
  },
  {
    id: 'opener',
    sender: "a page of Instead's own origin that has opened the shop",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'other-popup',
    sender: "another popup of the page, on Instead's own origin",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'source',
  },
  {
    id: 'earlier-window',
    sender: 'the popup of an earlier payment, in which sharing continues',
    kind: 'real',
    states: ['requesting', 'open', 'settled'],
    stoppedBy: 'source',
  },
  {
    id: 'frame-in-window',
    sender: "a frame of Instead's origin inside the popup",
    kind: 'real',
    states: WITH_POPUP,
    stoppedBy: 'source',
  },
  {
    id: 'popup-of-window',
    sender: 'a popup that the popup has opened',
    kind: 'real',
    states: WITH_POPUP,
    stoppedBy: 'source',
  },
  { id: 'service-worker', sender: 'a service worker of the shop', kind: 'real', states: ALWAYS, stoppedBy: 'browser' },
  {
    id: 'channels',
    sender: 'a `BroadcastChannel` and a `MessageChannel`',
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'browser',
  },
  {
    id: 'look-alike',
    sender: "the popup, at an address that resembles Instead's (ten of them, below)",
    kind: 'real',
    states: WITH_POPUP,
    stoppedBy: 'origin',
  },
  {
    id: 'elsewhere',
    sender: "the popup, at another site's page, at the shop's own, and at one whose origin is `null`",
    kind: 'real',
    states: WITH_POPUP,
    stoppedBy: 'origin',
  },
  {
    id: 'before-navigation',
    sender: 'the popup, while it is still blank',
    kind: 'real',
    states: ['requesting'],
    stoppedBy: 'navigated',
    isSameOrigin: true,
  },
  {
    id: 'after-settled',
    sender: 'the popup, after the payment has settled',
    kind: 'real',
    states: ['settled'],
    stoppedBy: 'settled',
  },
  { id: 'unknown', sender: 'the popup', kind: 'unknown', states: WITH_POPUP, stoppedBy: 'shape' },
  { id: 'polluting', sender: 'the popup', kind: 'polluting', states: WITH_POPUP, stoppedBy: 'shape' },
  { id: 'exotic', sender: 'the popup', kind: 'exotic', states: WITH_POPUP, stoppedBy: 'shape' },
  {
    id: 'synthetic',
    sender: "an event that a script of the page created, with the popup as its source and Instead's origin",
    kind: 'real',
    states: ALWAYS,
    stoppedBy: 'isTrusted',
  },
  {
    id: 'twisted',
    sender: 'an event that a script of the page created, with getters that throw, no source, or the origin `"null"`',
    kind: 'real',
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

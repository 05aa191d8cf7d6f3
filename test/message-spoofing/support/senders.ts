import { expect } from 'vitest';
import type { Frame, Page } from 'playwright';
import { addFrame } from '../../e2e/support/post.ts';
import type { TestSite } from '../../e2e/support/test-site.ts';
import { LOOK_ALIKES } from '../spoofing-table.ts';
import { navigateItself, type Play } from './play.ts';
import { postEach, postMessages, type PostMessages } from './post-messages.ts';

type Sender = (play: Play, site: TestSite) => Promise<PostMessages> | PostMessages;

const SERVICE_PAGE = 'https://instead.co.kr/somewhere';
const STRANGER = 'https://stranger.example/';

/** Each sender of the table prepares the page and returns its function that posts. */
export const senders: Record<string, Sender> = {
  page:
    ({ page }) =>
    (messages) =>
      postMessages(page, 'window', page, messages),
  'same-origin-frame': (play, site) => frameAt(play, `${site.shop}/frame`, site.shop),
  'other-origin-frame': (play) => frameAt(play, STRANGER, 'https://stranger.example'),
  'service-frame': (play) => frameAt(play, SERVICE_PAGE, 'https://instead.co.kr'),
  async 'nested-frame'({ page }) {
    const outer = await addFrame(page, STRANGER);
    const inner = await addInnerFrame(outer, SERVICE_PAGE);
    return (messages) => postMessages(inner, 'top', page, messages);
  },
  'sandboxed-frame': (play) => markedFrame(play, `frame.sandbox = 'allow-scripts'; frame.src = '${STRANGER}';`, 'null'),
  async 'frame-without-address'(play, site) {
    const blob = `URL.createObjectURL(new Blob(['<!doctype html>'], { type: 'text/html' }))`;
    const posts = [
      await markedFrame(play, `frame.srcdoc = '<!doctype html>';`, site.shop),
      await markedFrame(play, `frame.src = ${blob};`, site.shop),
      await markedFrame(play, `frame.src = 'data:text/html,<!doctype html>';`, 'null'),
    ];
    return inTurn(posts);
  },
  'script-frame': (play) => (messages) => postMessages(play.getScriptFrame(), 'parent', play.page, messages),
  'into-script-frame': (play) => (messages) =>
    postMessages(play.page, `document.querySelector('iframe').contentWindow`, play.getScriptFrame(), messages),
  async opener({ page, portal }) {
    expect(await page.evaluate(() => window.opener !== null)).toBe(true);
    return (messages) => postMessages(portal, 'window.grabbed', page, messages);
  },
  async 'other-popup'(play) {
    const popup = await openFrom(play.page, SERVICE_PAGE);
    return (messages) => postMessages(popup, 'opener', play.page, messages);
  },
  async 'earlier-window'(play) {
    for (const state of ['requesting', 'open', 'settled'] as const) await play.reach(state);
    const earlier = play.getPopup();
    await play.page.evaluate(() => void (window.recorded.outcomes.length = 0));
    return (messages) => postMessages(earlier, 'opener', play.page, messages);
  },
  'frame-in-window': (play) =>
    once(async () => {
      const frame = await addFrame(play.getPopup(), SERVICE_PAGE);
      return (messages) => postMessages(frame, 'parent.opener', play.page, messages);
    }),
  'popup-of-window': (play) =>
    once(async () => {
      const popup = await openFrom(play.getPopup(), SERVICE_PAGE);
      return (messages) => postMessages(popup, 'opener.opener', play.page, messages);
    }),
  async 'service-worker'({ page, context }) {
    const [worker] = await Promise.all([
      context.waitForEvent('serviceworker'),
      page.evaluate(async () => void (await navigator.serviceWorker.register('/worker.js'))),
    ]);
    return async (messages) => {
      await page.evaluate(() => {
        window.lastMessageReceived = new Promise((resolve) => {
          navigator.serviceWorker.onmessage = ({ data }) => data === 'the last one' && resolve();
        });
      });
      await worker.evaluate(
        `clients.matchAll({ includeUncontrolled: true, type: 'window' }).then((all) => {
          for (const client of all) { ${postEach(messages, (message) => `client.postMessage(${message})`)} }
        })`,
      );
      await page.evaluate(() => window.lastMessageReceived);
    };
  },
  channels:
    ({ page }) =>
    async (messages) => {
      await page.evaluate(
        `(async () => {
        const receivers = [new BroadcastChannel('instead'), new MessageChannel().port1];
        const channel = new MessageChannel();
        const received = [receivers[0], channel.port1].map((receiver) => new Promise((resolve) => {
          receiver.onmessage = ({ data }) => data === 'the last one' && resolve();
        }));
        for (const port of [new BroadcastChannel('instead'), channel.port2]) {
          ${postEach(messages, (message) => `port.postMessage(${message})`)}
        }
        await Promise.all(received);
      })()`,
      );
    },
  'look-alike': (play) =>
    atEach(
      play,
      LOOK_ALIKES.map(([address, origin]) => ({ address, origin })),
    ),
  elsewhere: (play, site) =>
    atEach(play, [
      { address: STRANGER, origin: 'https://stranger.example' },
      { address: `${site.shop}/frame`, origin: site.shop },
      { address: 'https://instead.co.kr/sandboxed', origin: 'null' },
    ]),
  'before-navigation': fromWindow,
  'after-settled': fromWindow,
  unknown: fromWindow,
  polluting: fromWindow,
  exotic: fromWindow,
  synthetic:
    ({ page, service }) =>
    (messages) => {
      const eventCode = (message: string) =>
        `{ data: ${message}, origin: '${service}', source: window.grabbed ?? window }`;
      return page.evaluate(
        postEach(messages, (message) => `window.dispatchEvent(new MessageEvent('message', ${eventCode(message)}))`),
      );
    },
  twisted:
    ({ page, service }) =>
    (messages) => {
      const twists = [
        `Object.defineProperty(event, 'data', { get() { throw new Error('spoofed'); } })`,
        `Object.defineProperty(event, 'source', { get() { throw new Error('spoofed'); } })`,
        `Object.defineProperty(event, 'source', { get: () => null })`,
        `Object.defineProperty(event, 'origin', { get: () => 'null' })`,
      ];
      const eventCode = (message: string, index: number) => `{
      const event = new MessageEvent('message', { data: ${message}, origin: '${service}', source: window.grabbed ?? window });
      ${twists[index % twists.length]};
      window.dispatchEvent(event);
    }`;
      return page.evaluate(messages.map(eventCode).join('\n'));
    },
};

function fromWindow(play: Play): PostMessages {
  return (messages) => postMessages(play.getPopup(), 'opener', play.page, messages);
}

async function frameAt(play: Play, address: string, origin: string): Promise<PostMessages> {
  const frame = await addFrame(play.page, address);
  return fromFrame(play, frame, origin);
}

/** A frame that the page creates with its own JavaScript. */
async function markedFrame(play: Play, mark: string, origin: string): Promise<PostMessages> {
  await play.page.evaluate(
    `new Promise((resolve) => {
      const frame = document.createElement('iframe');
      ${mark}
      frame.onload = () => resolve();
      document.body.append(frame);
    })`,
  );
  return fromFrame(play, play.page.frames().at(-1)!, origin);
}

async function fromFrame({ page }: Play, frame: Frame, origin: string): Promise<PostMessages> {
  expect(await frame.evaluate(() => window.origin)).toBe(origin);
  return (messages) => postMessages(frame, 'parent', page, messages);
}

async function addInnerFrame(outer: Frame, address: string): Promise<Frame> {
  await outer.evaluate(
    (src) =>
      new Promise<void>((resolve) => {
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.onload = () => resolve();
        document.body.append(frame);
      }),
    address,
  );
  return outer.childFrames()[0]!;
}

async function openFrom(page: Page, address: string): Promise<Page> {
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    page.evaluate((address) => void window.open(address), address),
  ]);
  await popup.waitForURL(address);
  return popup;
}

/** The popup navigates from address to address, posts a share of the messages at each, and returns. */
function atEach(play: Play, places: readonly { address: string; origin: string }[]): PostMessages {
  return async (messages) => {
    const popup = play.getPopup();
    const share = messages.length / places.length;
    for (const [index, { address, origin }] of places.entries()) {
      await navigateItself(popup, address);
      expect(await popup.evaluate(() => window.origin)).toBe(origin);
      await postMessages(popup, 'opener', play.page, messages.slice(index * share, (index + 1) * share));
    }
  };
}

/** Several senders take turns. */
function inTurn(posts: readonly PostMessages[]): PostMessages {
  return async (messages) => {
    for (const [index, post] of posts.entries()) await post(messages.filter((_, at) => at % posts.length === index));
  };
}

/** Prepared on the first post: there is no popup before. */
function once(enter: () => Promise<PostMessages>): PostMessages {
  let post: Promise<PostMessages> | undefined;
  return async (messages) => (await (post ??= enter()))(messages);
}

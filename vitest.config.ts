import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import reactPlugin from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { aliasReact, REACT_VERSIONS } from './test/react-versions/react-versions.ts';
import type { E2eBrowser } from './test/e2e/support/launch-browser.ts';
import { launchOptions } from './test/support/chromium.ts';

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests say the public names; here they mean the sources. The browser tests bundle what `npm test` has built: see
// test/e2e/support/bundle.ts.
const alias = {
  'react-instead-pay/server': root('./src/server/index.ts'),
  'react-instead-pay/emulator': root('./src/emulator/index.ts'),
  'react-instead-pay/locales': root('./src/locales/index.ts'),
  'react-instead-pay/testing': root('./src/testing/index.ts'),
  'react-instead-pay/boot': root('./src/boot/index.ts'),
  'react-instead-pay': root('./src/index.ts'),
};

/**
 * The files of a project share the modules of their worker: half of the time went into importing React and Playwright again. What
 * a test stubs or spies on is restored after it.
 */
const sharedModules = { isolate: false, unstubGlobals: true, unstubEnvs: true } as const;

/** The components and hooks, in jsdom. On the React of package.json, or on one of those in test/react-versions/. */
const dom = (react?: string): TestProjectInlineConfiguration => ({
  extends: true,
  plugins: [reactPlugin()],
  resolve: { alias: react ? aliasReact(react) : [] },
  test: {
    name: react ? `dom on React ${react}` : 'dom',
    environment: 'jsdom',
    include: ['test/{react,ui,testing,order}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/support/dom-setup.ts'],
    globalSetup: react ? ['test/react-versions/install.ts'] : [],
    env: react ? { REACT_VERSION: react } : {},
    testTimeout: 30_000,
    maxWorkers: 2,
    ...sharedModules,
    // It has to render with the same React.
    server: { deps: { inline: react ? ['@testing-library/react'] : [] } },
  },
});

const e2eFiles = (...names: string[]) => names.map((name) => `test/e2e/${name}.test.ts`);

// What only the complete browser shows: whether a popup opens, what a crashed tab leaves behind, and a moment in
// which Chromium loses a `close()`.
const inFullChromium = e2eFiles('popup', 'crashed-tab', 'close-while-navigating');

// What a shopper can meet in any browser.
const inEveryBrowser = e2eFiles(
  'button',
  'navigation',
  'endings',
  'token-renewal',
  'overlay',
  'message-spoofing',
  'loading',
  'order',
  'page-side-effects',
  'reload',
  'popup',
);

// What React can change: what it renders, mounts, unmounts and preloads. The rest is the client without React.
const onEveryReact = e2eFiles(
  'button',
  'in-app-browser',
  'loading',
  'order',
  'page-side-effects',
  'react-version',
  'reload',
  'strict-headers',
);

/** Tests that drive a browser: after those that need none, and not beside them, since two cores are soon busy. */
const inBrowsers = {
  ...sharedModules,
  expect: { poll: { timeout: 10_000 } },
  // Most of their time is waiting.
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
} satisfies TestProjectInlineConfiguration['test'];

/** Whole payments in a real browser: a shop, the emulator and an attacker on three origins. */
const e2e = (
  name: string,
  browser: E2eBrowser,
  test: TestProjectInlineConfiguration['test'] & {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...inBrowsers,
    ...test,
    env: { E2E_BROWSER: browser, ...test.env },
  },
});

/** Spoofed messages and pages that other scripts have patched, in the same browser. */
const messageSpoofing = e2e('message-spoofing', 'headless-shell', { include: ['test/message-spoofing/**/*.test.ts'] });

/** A page that stays open for a long time. */
const memory: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'memory',
    environment: 'node',
    include: ['test/memory/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    sequence: { groupOrder: 2 },
  },
};

/** Whole payments in WebKitGTK, the engine of Safari. */
const e2eInWebkit = e2e('e2e in WebKit', 'chromium', { include: ['test/webkit/**/*.test.ts'] });

/** The Storybook as it is published. */
const storybookTests = (name: string, files: string[]): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    environment: 'node',
    include: files.map((file) => `test/storybook/${file}.test.ts`),
    globalSetup: 'test/storybook/global-setup.ts',
    testTimeout: 120_000,
    ...inBrowsers,
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'test/{errors,locales,protocol,payment,sdk,boot,server,emulator,server-rendering,conventions,size}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 30_000,
          maxWorkers: 2,
          ...sharedModules,
        },
      },
      dom(),
      ...REACT_VERSIONS.map(dom),
      e2e('e2e', 'headless-shell', { include: ['test/e2e/**/*.test.ts'], exclude: inFullChromium }),
      e2e('e2e in full Chromium', 'chromium', { include: inFullChromium }),
      ...REACT_VERSIONS.map((react) =>
        e2e(`e2e on React ${react}`, 'headless-shell', {
          include: onEveryReact,
          globalSetup: ['test/react-versions/install.ts'],
          env: { REACT_VERSION: react },
        }),
      ),
      messageSpoofing,
      {
        extends: true,
        test: {
          // The emulator's pages, as the shopper and the payer see them.
          name: 'emulator-pages',
          environment: 'node',
          include: ['test/emulator-pages/**/*.test.ts'],
          testTimeout: 30_000,
          ...inBrowsers,
        },
      },
      memory,
      e2e('storefronts', 'headless-shell', {
        include: ['test/storefronts/**/*.test.ts'],
        globalSetup: 'test/storefronts/support/global-setup.ts',
        testTimeout: 60_000,
      }),
      // Debian's Firefox is driven over WebDriver BiDi, which loses the focus of a window now and then on a busy machine. The
      // summary lists each test that passed only on a retry.
      e2e('e2e in Firefox', 'firefox', { include: inEveryBrowser, retry: 2 }),
      e2eInWebkit,
      {
        extends: true,
        test: {
          // Every failure mode, many of them in one page after another: most of the time is waiting, so several run at once.
          name: 'failure-modes',
          environment: 'node',
          include: ['test/failure-modes/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxConcurrency: 8,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // The shop as npm start serves it: on the built package.
          name: 'shop',
          environment: 'node',
          include: ['test/shop/**/*.test.ts'],
          globalSetup: 'test/shop/support/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...inBrowsers,
        },
      },
      {
        extends: true,
        test: {
          // What npm publishes: the tarball itself, and apps that install it.
          name: 'package',
          environment: 'node',
          include: ['test/package/**/*.test.ts'],
          globalSetup: 'test/package/support/global-setup.ts',
          // Whole compilers and bundlers run in it.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // Two processes of that shop on one PostgreSQL.
          name: 'shop-postgres',
          environment: 'node',
          include: ['test/shop-postgres/**/*.test.ts'],
          globalSetup: 'test/shop-postgres/support/global-setup.ts',
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 30_000 } },
          // Each file has its own server of PostgreSQL, and waits for most of its time.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      storybookTests('storybook', ['storybook', 'reading']),
      storybookTests('storybook entries', ['every-entry']),
      {
        // Every story is a test: it renders, plays, and axe finds nothing.
        plugins: [storybookTest({ configDir: root('./.storybook'), disableAddonDocs: true })],
        test: {
          name: 'stories',
          maxWorkers: 2,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

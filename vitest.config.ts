import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import reactPlugin from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { lookForWebkit } from './scripts/find-webkit.js';
import { aliasReact, REACT_VERSIONS } from './test/react-versions/react-versions.ts';
import { launchOptions } from './test/support/chromium.ts';
import { firefoxPath } from './test/support/firefox.ts';

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests say the public names; here they mean the sources. The flows bundle what `npm test` has built: see
// test/flows/support/bundle.ts.
const alias = {
  'react-instead-pay/server': root('./src/server/index.ts'),
  'react-instead-pay/sandbox': root('./src/sandbox/index.ts'),
  'react-instead-pay/testing': root('./src/testing/index.ts'),
  'react-instead-pay': root('./src/index.ts'),
};

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
    // It has to render with the same React.
    server: { deps: { inline: react ? ['@testing-library/react'] : [] } },
  },
});

// What a shopper can meet in any browser. Chromium alone runs the rest:
// - closing-moment looks for a moment in which Chromium loses a `close()`, and takes long to look.
// - crashed-tab makes a tab crash, which can be asked for in Chromium's own protocol alone.
const inEveryBrowser = [
  'button',
  'coming-back',
  'endings',
  'forgery',
  'gateway',
  'loading',
  'order',
  'page-stays-clean',
  'reload',
  'window',
].map((name) => `test/flows/${name}.test.ts`);

// The client without React, and what Chromium does with windows and tabs: the same on every React.
const withoutReact = ['gateway', 'closing-moment', 'crashed-tab', 'window'].map((name) => `test/flows/${name}.test.ts`);

/** A real browser with its popup blocker on; a shop, the sandbox and a stranger on three origins. */
const flows = (
  name: string,
  { browser = 'chromium', react }: { browser?: 'chromium' | 'firefox'; react?: string } = {},
): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    environment: 'node',
    include: browser === 'chromium' ? ['test/flows/**/*.test.ts'] : inEveryBrowser,
    exclude: react ? withoutReact : [],
    globalSetup: react ? ['test/react-versions/install.ts'] : [],
    env: { FLOWS_IN: browser, ...(react ? { REACT_VERSION: react } : {}) },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    // After what needs no browser, and not beside it: two cores are soon busy.
    sequence: { groupOrder: 1 },
  },
});

/** Forged messages and pages that others have patched, in the same Chromium. */
const forgery: TestProjectInlineConfiguration = {
  extends: true,
  test: { ...flows('forgery').test, include: ['test/forgery/**/*.test.ts'] },
};

/** A page that stays open all day. */
const longLife: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'long-life',
    environment: 'node',
    include: ['test/long-life/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    sequence: { groupOrder: 3 },
  },
};

/** Whole payments in WebKitGTK, the engine of Safari. */
const flowsInWebkit: TestProjectInlineConfiguration = {
  extends: true,
  test: { ...flows('flows in WebKit').test, include: ['test/webkit/**/*.test.ts'] },
};

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
            'test/{errors,protocol,payment,vendor,server,sandbox,server-rendering,architecture,size}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 30_000,
        },
      },
      dom(),
      ...REACT_VERSIONS.map(dom),
      flows('flows'),
      ...REACT_VERSIONS.map((react) => flows(`flows on React ${react}`, { react })),
      forgery,
      longLife,
      ...(firefoxPath ? [flows('flows in Firefox', { browser: 'firefox' })] : []),
      ...(lookForWebkit() ? [flowsInWebkit] : []),
      {
        extends: true,
        test: {
          // Every fault, in pages that live through many of them: most of the time is waiting, so several wait together.
          name: 'faults',
          environment: 'node',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          maxConcurrency: 8,
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
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
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 1,
          // Workers that differ need a turn of their own.
          sequence: { groupOrder: 2 },
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
          sequence: { groupOrder: 3 },
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
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // The Storybook as it is published.
          name: 'storybook',
          environment: 'node',
          include: ['test/storybook/**/*.test.ts'],
          testTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        // Every story is a test: it renders, plays, and axe finds nothing.
        plugins: [storybookTest({ configDir: root('./.storybook'), disableAddonDocs: true })],
        test: {
          name: 'stories',
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

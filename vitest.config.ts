import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { launchOptions } from './test/support/chromium.ts';

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests say the public names; here they mean the sources. The flows build both: see test/flows/support/bundle.ts.
const alias = {
  'react-instead-pay/server': root('./src/server/index.ts'),
  'react-instead-pay/sandbox': root('./src/sandbox/index.ts'),
  'react-instead-pay/testing': root('./src/testing/index.ts'),
  'react-instead-pay': root('./src/index.ts'),
};

/** A real Chromium with its popup blocker on; a shop, the sandbox and a stranger on three origins. */
const flows = (name: string, on: 'src' | 'dist'): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    environment: 'node',
    include: ['test/flows/**/*.test.ts'],
    env: { FLOWS_ON: on },
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
  test: { ...flows('forgery', 'src').test, include: ['test/forgery/**/*.test.ts'] },
};

/** A page that stays open all day. By itself, since it measures. */
const longLife: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'long-life',
    environment: 'node',
    include: ['test/long-life/**/*.test.ts'],
    testTimeout: 900_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 1,
    sequence: { groupOrder: 3 },
  },
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
            'test/{errors,protocol,payment,vendor,server,sandbox,server-rendering,architecture}/**/*.test.{ts,tsx}',
          ],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['test/{react,ui,testing,order}/**/*.test.{ts,tsx}'],
          setupFiles: ['test/support/dom-setup.ts'],
          testTimeout: 30_000,
        },
      },
      flows('flows', 'src'),
      // The same promises again, kept by what is published.
      flows('flows-dist', 'dist'),
      forgery,
      longLife,
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

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// Tests say the public names; here they mean the sources. The flows build both: see test/flows/support/bundle.ts.
const alias = {
  'react-instead-pay/server': root('./src/server/index.ts'),
  'react-instead-pay/sandbox': root('./src/sandbox/index.ts'),
  'react-instead-pay/testing': root('./src/testing/index.ts'),
  'react-instead-pay': root('./src/index.ts'),
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
          include: ['test/{errors,protocol,payment,server,sandbox,server-rendering,architecture}/**/*.test.{ts,tsx}'],
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
      {
        extends: true,
        test: {
          // A real Chromium with its popup blocker on, a shop and the sandbox on two origins.
          name: 'flows',
          environment: 'node',
          include: ['test/flows/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers: 2,
        },
      },
    ],
  },
});

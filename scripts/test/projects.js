// Which of vitest's projects belongs to which command. A test compares both lists with vitest.config.ts.

/** `npm test`: what a contributor runs before a commit. */
export const DEFAULT_PROJECTS = ['node', 'dom', 'stories', 'emulator-pages', 'e2e', 'e2e in full Chromium', 'shop'];

/** What `npm run test:all` adds: older Reacts, the other engines, and everything that is tried in every combination. */
export const MATRIX_PROJECTS = [
  'dom on React 18.2',
  'dom on React 18.3',
  'dom on React 19.0',
  'e2e on React 18.2',
  'e2e on React 18.3',
  'e2e on React 19.0',
  'e2e in Firefox',
  'e2e in WebKit',
  'failure-modes',
  'message-spoofing',
  'memory',
  'package',
  'storefronts',
  'shop-postgres',
  'storybook',
  'storybook entries',
];

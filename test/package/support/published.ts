import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';

/** Where the installed library is. */
export const published = (): string => join(inject('consumer'), 'node_modules/react-instead-pay');

/** Every file of it, as it would be asked for: `dist/index.js`. */
export const publishedFiles = (): string[] =>
  readdirSync(published(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(published(), join(entry.parentPath, entry.name)))
    .sort();

export const readPublished = (path: string): string => readFileSync(join(published(), path), 'utf8');

/** What runs, in both formats. */
export const publishedCode = (): string[] => publishedFiles().filter((path) => /\.c?js$/.test(path));

/** What can be imported, and what is known to be in it. */
export const ENTRIES = {
  'react-instead-pay': ['InsteadProvider', 'PayButton', 'useInsteadPay', 'isInsteadError', 'createInsteadClient'],
  'react-instead-pay/server': ['createWebhookHandler', 'parseWebhook', 'isInsteadError', 'InsteadError'],
  'react-instead-pay/emulator': ['createEmulator', 'emulatorLookup', 'emulatorCancel'],
  'react-instead-pay/testing': ['createMockAdapter', 'testWebhookHandler'],
};

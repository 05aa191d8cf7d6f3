import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inject } from 'vitest';

/** The folder of the installed library. */
export const published = (): string => join(inject('consumer'), 'node_modules/react-instead-pay');

/** Every file in it, in the form of an import: `dist/index.js`. */
export const publishedFiles = (): string[] =>
  readdirSync(published(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(published(), join(entry.parentPath, entry.name)))
    .sort();

export const readPublished = (path: string): string => readFileSync(join(published(), path), 'utf8');

/** The JavaScript files, in both formats. */
export const publishedCode = (): string[] => publishedFiles().filter((path) => /\.c?js$/.test(path));

/** The entries, each with a name that it exports. */
export const ENTRIES = {
  'react-instead-pay': ['InsteadProvider', 'PayButton', 'useInsteadPay', 'isInsteadError', 'createInsteadClient'],
  'react-instead-pay/server': ['createWebhookHandler', 'parseWebhook', 'isInsteadError', 'InsteadError'],
  'react-instead-pay/emulator': ['createEmulator', 'emulatorLookup', 'emulatorLookupByOrder', 'emulatorCancel'],
  'react-instead-pay/testing': ['createMockAdapter', 'testWebhookHandler'],
  'react-instead-pay/boot': ['InsteadBoot'],
  'react-instead-pay/locales': ['ko', 'en', 'ja', 'zhCN'],
};

import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { isGenerated, listMarkdown, readCodeBlocks, readPage, ROOT } from './markdown.ts';
import { typeCheck, type Problem } from './type-check.ts';

const FOLDER = join(ROOT, 'test/conventions/examples/pages');

/** Compiled against the real packages, and run, by test/package/idempotency.test.ts. */
const COMPILED_ELSEWHERE = ['docs/idempotency.md'];

/** What the pages take for granted: the shop's own modules, and frameworks that are not installed here. */
const PRELUDE = `
interface ShopOrder { merchantUid: string; totalAmt: number; status: 'waiting' | 'paid' | 'cancelled' | 'failed'; payEndDttm: number }
type ChangeOrder = (order: ShopOrder, payment: import('react-instead-pay/server').VerifiedPayment) => Promise<void>;
declare module '*/shop' {
  export const db: {
    findOrder(merchantUid: string): Promise<ShopOrder | null>;
    findWaitingOrders(): Promise<ShopOrder[]>;
    markPaid: ChangeOrder;
    markCancelled: ChangeOrder;
    markFailed: ChangeOrder;
  };
  export function notifyStaff(text: string): Promise<void>;
  export function readOwnOrder(request: Request, merchantUid: string): Promise<ShopOrder | null>;
}
declare module '*/lookup-payment' {
  import type { PaymentLookup } from 'react-instead-pay/server';
  export function lookupByOrder(
    merchantUid: string,
  ): Promise<{ insteadUid: string; status: PaymentLookup['status'] | null }[]>;
}
declare module '*/webhook' {
  const handler: import('react-instead-pay/server').WebhookHandler;
  export const { GET, HEAD, process }: typeof handler;
}
declare module '*/webhook.server' {
  const handler: import('react-instead-pay/server').WebhookHandler;
  export const { GET, HEAD }: typeof handler;
}
declare module '*/webhook.js' {
  const handler: import('react-instead-pay/server').WebhookHandler;
  export const { GET, HEAD }: typeof handler;
}
declare module '@/components/ui/button' {
  import type { ComponentPropsWithRef, ReactElement } from 'react';
  export function Button(props: ComponentPropsWithRef<'button'> & { variant?: 'outline'; loading?: boolean }): ReactElement;
}
declare module 'react-instead-pay/styles.css';
declare module 'next/headers' { export function headers(): Promise<Headers>; }
declare module 'next/navigation' { export function redirect(url: string): never; }
declare module 'next/server' { export function connection(): Promise<void>; }
declare module 'express';
declare module 'fastify';
declare module '@jest/globals';
`;

interface Example {
  page: string;
  title: string;
  file: string;
  language: string;
  code: string;
}

const pages = ['README.md', 'README.ko.md', 'SECURITY.md', 'CONTRIBUTING.md', ...listMarkdown('docs')].filter(
  (path) => !isGenerated(path) && !COMPILED_ELSEWHERE.includes(path),
);

/** The folder in which the blocks of a page are files. The pages on testing use each other's. */
const folderOf = (page: string) => join(FOLDER, page.replace(/-(timers|webhooks)\.md$|\.md$/, ''));

const examples: Example[] = pages.flatMap((page) =>
  readCodeBlocks(readPage(page))
    .filter(({ language }) => /^[jt]sx?$/.test(language))
    .map(({ language, file, code }, index) => ({
      page,
      language,
      code,
      title: `${page}: ${file ?? `block ${index + 1}`}`,
      file: join(folderOf(page), file ?? `block-${index + 1}.${language}`),
    })),
);

const problems = [
  ...compile(['ts', 'tsx'], {}),
  // Without types, JavaScript shows wrong names and wrong arguments only.
  ...compile(['js', 'jsx'], { checkJs: true, strict: false }),
];

function compile(languages: string[], options: Parameters<typeof typeCheck>[1]): Problem[] {
  const files = new Map([[join(FOLDER, 'prelude.d.ts'), PRELUDE]]);
  for (const { file, code, language } of examples) {
    if (languages.includes(language)) files.set(file, `${code}\nexport {};\n`);
  }
  return typeCheck(files, options);
}

test('every page has been read', () => {
  expect(new Set(examples.map(({ page }) => page)).size).toBeGreaterThan(17);
});

test.each(examples.map(({ title, file }) => [title, file]))('%s compiles', (_, file) => {
  expect(problems.filter((problem) => problem.file === file).map(({ message }) => message)).toEqual([]);
});

test('the prelude compiles', () => {
  const files = new Set(examples.map(({ file }) => file));
  expect(problems.filter(({ file }) => !file || !files.has(file))).toEqual([]);
});

test('a block that uses a name the package does not have is reported', () => {
  const file = join(FOLDER, 'wrong/block-1.ts');
  const found = typeCheck(new Map([[file, "import { payNow } from 'react-instead-pay';\npayNow();"]]));
  expect(found.map(({ message }) => message).join()).toContain('payNow');
});

test('no two blocks of a page are the same file', () => {
  const files = examples.map(({ file }) => posix.join(dirname(file), file));
  expect(files.filter((file, index) => files.indexOf(file) !== index)).toEqual([]);
});

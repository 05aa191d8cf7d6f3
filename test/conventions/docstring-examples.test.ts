import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { ROOT } from './markdown.ts';
import { listFiles } from './source.ts';
import { typeCheck } from './type-check.ts';

const FOLDER = join(ROOT, 'test/conventions/examples');

/** What the examples take for granted: the shop's own code, and the frameworks in which it runs. */
const PRELUDE = `
interface ShopOrder { id: string; totalAmt: number }
interface Transaction { query(sql: string, values: unknown[]): Promise<{ rowCount: number | null }> }
interface ExpressRequest { originalUrl: string; method: string }
interface ExpressResponse { status(code: number): this; set(headers: object): this; send(body: string): this }

declare const db: {
  findOrder(merchantUid: string): Promise<ShopOrder | null>;
  cancelOrder(id: string, idempotencyKey: string): Promise<void>;
  failOrder(id: string, idempotencyKey: string): Promise<void>;
  transaction<T>(run: (tx: Transaction) => Promise<T>): Promise<T>;
  createOrder(order: { totalAmt: number }): Promise<{ merchantUid: string; totalAmt: number }>;
  findWaitingOrders(): Promise<{ merchantUid: string }[]>;
  readOrder(merchantUid: string): Promise<import('react-instead-pay/testing').TestOrderState>;
};
declare const fetchPayment: (insteadUid: string) => Promise<import('react-instead-pay/server').PaymentLookup | null>;
declare const fetchPaymentsOfOrder: (merchantUid: string, signal?: AbortSignal) => Promise<import('react-instead-pay/server').OrderPayment[]>;
declare const lookupPayment: import('react-instead-pay/server').WebhookHandlerOptions['lookupPayment'];
declare const GET: import('react-instead-pay/server').WebhookHandler['GET'];
declare const app: { all(path: string, route: (req: ExpressRequest, res: ExpressResponse) => Promise<void>): void };
declare const router: { push(path: string): void };
declare const request: Request;
declare const error: unknown;
declare function showTryAgain(): void;
declare function Checkout(): import('react').ReactElement;
`;

/** Files of a shop that an example imports. */
const SHOP_FILES: Record<string, string> = {
  'app/api/webhooks/instead/route.ts': `
declare const handler: import('react-instead-pay/server').WebhookHandler;
export const { GET, HEAD } = handler;`,
};

const { examples, documented } = readExamples();
const problems = compile();

test.each(examples.map(({ file, title }) => [title, file]))('the example of %s compiles', (_, file) => {
  expect(problems.filter((problem) => problem.file === file).map(({ message }) => message)).toEqual([]);
});

test('the prelude compiles', () => {
  const files = new Set(examples.map(({ file }) => file));
  expect(problems.filter(({ file }) => !file || !files.has(file))).toEqual([]);
});

test.each(['index', 'server/index', 'emulator/index', 'testing/index'])(
  'every function and component of src/%s.ts has an example',
  (entry) => {
    const text = readFileSync(join(ROOT, `src/${entry}.ts`), 'utf8');
    const source = ts.createSourceFile(entry, text, ts.ScriptTarget.Latest);
    const values = source.statements
      .filter(ts.isExportDeclaration)
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .flatMap(({ exportClause }) =>
        exportClause && ts.isNamedExports(exportClause) ? [...exportClause.elements] : [],
      )
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name }) => name.text);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((name) => !documented.has(name))).toEqual([]);
  },
);

interface Example {
  title: string;
  file: string;
  code: string;
}

/** Returns every `@example` in the docstrings of `src/`, and the names that have one. */
function readExamples() {
  const examples: Example[] = [];
  const documented = new Set<string>();
  for (const path of listFiles().filter((each) => /\.tsx?$/.test(each))) {
    const text = readFileSync(join(ROOT, 'src', path), 'utf8');
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const seen = new Set<ts.JSDocTag>();
    ts.forEachChild(source, function visit(node) {
      for (const tag of ts.getJSDocTags(node)) {
        const code = tag.tagName.text === 'example' && !seen.has(tag) && ts.getTextOfJSDocComment(tag.comment);
        if (!code) continue;
        seen.add(tag);
        const name = (
          ts.isVariableStatement(node)
            ? node.declarationList.declarations[0]!
            : (node as ts.Declaration & { name?: ts.Node })
        ).name;
        const title = name?.getText() ?? path;
        documented.add(title);
        examples.push({ title, code, file: join(FOLDER, `example-${examples.length}.tsx`) });
      }
      ts.forEachChild(node, visit);
    });
  }
  return { examples, documented };
}

/** Compiles every example as a module of one program, in a folder that does not exist. */
function compile() {
  const files = new Map(examples.map(({ file, code }) => [file, `${code}\nexport {};\n`]));
  files.set(join(FOLDER, 'prelude.d.ts'), PRELUDE);
  for (const [path, code] of Object.entries(SHOP_FILES)) files.set(join(FOLDER, '..', path), code);
  return typeCheck(files);
}

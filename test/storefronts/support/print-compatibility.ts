import { readFileSync } from 'node:fs';
import { STOREFRONTS, type Storefront } from '../storefront-table.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Manifest;

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  browserslist?: string[];
}

const { devDependencies: versions = {} } = read('../package.json');
const { browserslist = [] } = read('../../../package.json');
const { dependencies: shop = {} } = read('../../../examples/nextjs/package.json');

const CHECKS = {
  dialog: 'centered; Tab and Escape; clicks beside it; the dialog around it stays open',
  page: 'centered; Tab and Escape; clicks beside it',
  roots: 'one script frame, one token, one payment at a time; resumed once after a reload',
};

function rowOf({ name, packages, hasDialog, page }: Storefront): string {
  const named = packages.map((each) => `${each} ${versions[each]}`).join(', ');
  const checks = page === 'islands' || page === 'bundles' ? CHECKS.roots : hasDialog ? CHECKS.dialog : CHECKS.page;
  return `| ${name} | ${named || 'none'} | ${checks} | works |`;
}

const BROWSERS: Record<string, string> = {
  chrome: 'Chrome',
  safari: 'Safari',
  ios_saf: 'Safari on iOS',
  firefox: 'Firefox',
  samsung: 'Samsung Internet',
};

/** Prints docs/compatibility.md. Each row is a test of test/storefronts: the page would be wrong only with a red one. */
export const printCompatibility = (): string => `# Compatibility

<!-- Made by \`npm run docs\` from test/storefronts and package.json. -->

## Storefronts

Each row is a page on which the tests send a payment request in Chromium, with the published package. What was tried concerns the overlay and the focus, which surroundings break most easily.

| storefront | tried with | what was tried | result |
| --- | --- | --- | --- |
${STOREFRONTS.map(rowOf).join('\n')}
| Next.js, App Router, \`cacheComponents\` | next ${shop.next}, on Turbopack and webpack | built, prerendered without Suspense, paid | works |

## React

18.2, 18.3, 19.0 and the newest: hooks and components in jsdom, whole payments in Chromium.

## Browsers

The oldest browsers that the package is built and linted for (\`browserslist\` in package.json):

${browserslist
  .map((line) => line.split(' >= '))
  .map(([browser = '', version]) => `- ${BROWSERS[browser]} ${version}`)
  .join('\n')}

Nothing newer is called without a check. A test pays with every newer built-in deleted. Whole payments run in Chromium, Firefox and WebKitGTK, each with its popup blocker on. TypeScript 5.4 to 7.0 reads the types, with \`skipLibCheck: false\`; Vite, webpack, Rspack, esbuild, Bun and Next.js build the package.

## Never tried

- **Instead itself.** Its script was read, and the tests run a stand-in with the same behavior. Without an account, no request was sent to the real service. The address and the fields of its look-up are documented in its admin site only.
- **Safari.** The tests run WebKitGTK, which has Safari's engine and not its popup blocker, its tabs or its private mode.
- **Real phones**, and the in-app browsers of KakaoTalk, Naver, Instagram, Facebook and LINE. The tests have their user agents, and a \`window.open\` that behaves as an Android WebView's.
- **Browsers of the ages above.** A test deletes what they lack.
- **Screen readers.** The tests record what is announced and where the focus is, in Chromium.
- **Jest with native ES modules**, and Node before 20.19.

Before you go live, click the button in each browser and app that your shoppers use: send the request by each way, close the popup, and reload the page in between.
`;

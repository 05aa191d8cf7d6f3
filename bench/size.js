import { brotliCompressSync, gzipSync } from 'node:zlib';
import { bundleCode } from './bundle.js';
import { peers } from './peers.js';
import { bytes, ratio } from './labels.js';

const external = ['react', 'react-dom', 'react/jsx-runtime'];
const BASE = 'InsteadProvider, useInsteadPay, PayButton';

/** What an app adds, and what it has already. */
const features = [
  { adds: 'InsteadProvider' },
  { adds: 'useInsteadPay', to: 'InsteadProvider' },
  { adds: 'PayButton', to: 'InsteadProvider, useInsteadPay' },
  { adds: 'PayOverlay', to: 'InsteadProvider, useInsteadPay' },
  { adds: 'PayDeadline', to: BASE },
  { adds: 'useOrderStatus', to: BASE },
  { adds: 'OrderStatus', to: BASE },
  { adds: 'createInsteadClient' },
  { adds: 'isInsteadError' },
  ...['en', 'ja', 'zhCN', 'ko'].map((adds) => ({ adds, from: '/locales', to: BASE })),
  { adds: 'InsteadBoot', from: '/boot', to: BASE },
  { adds: 'createWebhookHandler', from: '/server' },
  { adds: 'reconcile', from: '/server' },
  { adds: 'createWebhookHandler, reconcile', from: '/server' },
];

/** How many bytes each part adds to a bundle. */
async function measureFeatures() {
  const rows = [];
  for (const { adds, from = '', to } of features) {
    const before = to ? `export { ${to} } from 'react-instead-pay';` : '';
    const after = `${before}export { ${adds} } from 'react-instead-pay${from}';`;
    const [without, withIt] = await Promise.all([before, after].map((code) => bundleCode(code, { external })));
    const sizes = [(code) => code, gzipSync, brotliCompressSync].map(
      (compress) => compress(withIt).length - (to ? compress(without).length : 0),
    );
    rows.push([`\`${adds}\`${from && ` of \`${from}\``}`, to ?? 'nothing', ...sizes.map(bytes)]);
  }
  return {
    title: 'What each part costs',
    note: 'Bytes that an import adds to a bundle that has the second column. `PayButton` has its overlay with it. Korean is built in: as a locale it adds what the button does not need.',
    head: ['import', 'beside', 'minified', 'gzip', 'brotli'],
    rows,
  };
}

/** How many bytes a shop's bundle grows by: minified, brotli, React left out. */
export async function measureSize() {
  const sizes = [];
  for (const { uses, from, also = '' } of peers) {
    const code = await bundleCode(`export { ${uses} } from '${from}';${also}`, { external });
    sizes.push({ minified: code.length, brotli: brotliCompressSync(code).length });
  }
  const [ours] = sizes;
  return [
    {
      title: 'Size',
      note:
        'Bytes of provider, hook and button (or what comes nearest), bundled by esbuild with React external. ' +
        'What a package fetches from its own service at run time is not counted. ' +
        'react-instead-pay has no such script to build on: Instead’s own handles neither blocked popups, nor spoofed messages, nor reloads, nor failures.',
      head: ['package', 'what of it', 'minified', 'brotli', 'library ÷ package'],
      rows: peers.map(({ name, uses, also }, index) => {
        const { minified, brotli } = sizes[index];
        const parts = uses.replace('default as ', '') + (also ? ', loadStripe' : '');
        return [name, parts, bytes(minified), bytes(brotli), ratio(ours.brotli, brotli)];
      }),
    },
    await measureFeatures(),
  ];
}

import { brotliCompressSync } from 'node:zlib';
import { bundleCode } from './bundle.js';
import { peers } from './peers.js';
import { bytes, ratio } from './labels.js';

/** How many bytes a shop's bundle grows by: minified, brotli, React left out. */
export async function measureSize() {
  const sizes = [];
  for (const { uses, from, also = '' } of peers) {
    const code = await bundleCode(`export { ${uses} } from '${from}';${also}`, {
      external: ['react', 'react-dom', 'react/jsx-runtime'],
    });
    sizes.push({ minified: code.length, brotli: brotliCompressSync(code).length });
  }
  const [ours] = sizes;
  return [
    {
      title: 'Size',
      note:
        'Bytes of provider, hook and button (or what comes nearest), bundled by esbuild with React external. ' +
        'What a package fetches from its own service at run time is in no figure. ' +
        'Ours has no such script to lean on: Instead’s own knows neither windows that are blocked, nor forged messages, nor reloads, nor failures.',
      head: ['package', 'what of it', 'minified', 'brotli', 'ours ÷ theirs'],
      rows: peers.map(({ name, uses, also }, index) => {
        const { minified, brotli } = sizes[index];
        const parts = uses.replace('default as ', '') + (also ? ', loadStripe' : '');
        return [name, parts, bytes(minified), bytes(brotli), ratio(ours.brotli, brotli)];
      }),
    },
  ];
}

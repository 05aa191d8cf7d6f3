// docs/images/*.svg: the READMEs' badges. Drawn from what they are about, so that no outside service sees who reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.js';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** The badges: the text and the file of each. */
export function makePage() {
  return Object.entries(readFacts()).map(([name, [label, value]]) => ({
    path: `docs/images/${name}.svg`,
    text: draw(label, value),
    label,
    value,
  }));
}

function readFacts() {
  const { license, dependencies = {}, peerDependencies } = JSON.parse(read('package.json'));
  const bytes = read('docs/size.md').match(/^\| `InsteadProvider, useInsteadPay, PayButton` +\| ([\d,]+) /m)[1];
  const compilers = Object.keys(JSON.parse(read('test/package/typescript/package.json')).dependencies)
    .flatMap((name) => name.match(/^typescript-(.+)/)?.[1] ?? [])
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return {
    size: ['size', `${Number(bytes.replace(',', '')) / 1000} kB`],
    dependencies: ['dependencies', `${Object.keys(dependencies).length}`],
    react: ['react', peerDependencies.react.replace('>=', '≥ ')],
    types: ['typescript', `${compilers[0]} – ${compilers.at(-1)}`],
    license: ['license', license],
  };
}

function draw(label, value) {
  const [left, right] = [label, value].map((text) => ({ text, width: measure(text) }));
  const [split, width] = [left.width + 18, left.width + right.width + 36];
  const write = ({ text, width }, x) => `<text x="${x}" y="14" textLength="${width}">${text}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${label}: ${value}">
  <title>${label}: ${value}</title>
  <rect width="${width}" height="20" rx="5" fill="#44403c"/>
  <path d="M${split} 0H${width - 5}a5 5 0 0 1 5 5v10a5 5 0 0 1-5 5H${split}z" fill="#9a3412"/>
  <g fill="#fff" font-family="Verdana,'DejaVu Sans',Geneva,sans-serif" font-size="11">
    ${write(left, 9)}
    ${write(right, split + 9)}
  </g>
</svg>
`;
}

/** How wide the letters are together, in pixels. Near enough: `textLength` makes it so. */
function measure(text) {
  const widths = [...text].map((letter) => {
    if (/[ .il]/.test(letter)) return 3.2;
    if (/[frtI]/.test(letter)) return 4.4;
    if (/[MW≥]/.test(letter)) return 9;
    return /[a-z]/.test(letter) ? 6.4 : 7;
  });
  return Math.round(widths.reduce((sum, width) => sum + width, 0));
}

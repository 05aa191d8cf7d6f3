// What a shop's own Jest has: TypeScript and JSX in, CommonJS out.
const { transformSync } = require('esbuild');

exports.process = (source, path) => ({
  code: transformSync(source, {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    format: 'cjs',
    jsx: 'automatic',
    target: 'node20',
    sourcemap: 'inline',
    sourcefile: path,
  }).code,
});

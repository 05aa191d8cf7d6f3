// A shop's own Jest set-up: from TypeScript and JSX to CommonJS.
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

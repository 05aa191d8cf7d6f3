import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { peers } from './peers.js';
import { median, takeTurns } from './statistics.js';
import { ms, ratio } from './labels.js';

const ROUNDS = 7;
const run = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));

/** How long `import` takes in a fresh Node, as a server does it: the package as it is published, React there already. */
export async function measureImportTime() {
  const sources = peers.map(({ from, also }) => [from, ...(also ? ['@stripe/stripe-js'] : [])]);
  const found = await takeTurns(
    peers.map(({ name }) => name),
    ROUNDS,
    (name) => importOnce(sources[peers.findIndex((peer) => peer.name === name)]),
  );
  const ours = median(found[peers[0].name]);
  return [
    {
      title: 'Import time',
      note: `One \`import\` in a fresh Node, production, React imported before; the median of ${ROUNDS}.`,
      head: ['package', 'median', 'library ÷ package'],
      rows: peers.map(({ name }) => [name, ms(median(found[name])), ratio(ours, median(found[name]))]),
    },
  ];
}

async function importOnce(sources) {
  const code = `
    for (const name of ['react', 'react-dom', 'react/jsx-runtime']) await import(name);
    const startedAt = performance.now();
    for (const name of ${JSON.stringify(sources)}) await import(name);
    console.log(performance.now() - startedAt);`;
  const env = { ...process.env, NODE_ENV: 'production' };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', code], { cwd: here, env });
  return Number(stdout);
}

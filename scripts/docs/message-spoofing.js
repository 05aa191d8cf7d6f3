// docs/message-spoofing.md: what spoofing senders try, generated from the tables of the tests.
import { join } from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { root } from '../run.js';

const path = 'docs/message-spoofing.md';

/** The page, and where it stands. */
export async function makePage() {
  const { SPOOFING_CASES, GUARDS, LOOK_ALIKES, SORTS, STATES, WORDS } = await readTables();
  const size = WORDS.real.length;
  const times = SPOOFING_CASES.reduce((sum, { states }) => sum + states.length * size, 0);
  const row = (...cells) => `| ${cells.join(' | ')} |`;

  const text = `<!-- Made by \`npm run docs\` from test/message-spoofing. Change it there. -->

# Message spoofing

The popup posts its result by \`postMessage\`. Anybody who can post a message to the shop's page can try to post one in its
place. These ${SPOOFING_CASES.length} senders post ${size} messages each: ${number(SPOOFING_CASES.length * size)} messages, ${number(times)} in every state of a payment
in which they can be posted. After each of them the state is the same object as before, no callback has run, no event was
emitted and the console is empty; then the popup's own result arrives. \`test/message-spoofing\` tests all of it in a real
Chromium.

${row('sender', 'message', ...STATES, 'stopped by')}
${row('---', '---', ...STATES.map(() => ':-:'), '---')}
${SPOOFING_CASES.map(({ who, says, states, stoppedBy, isHome }) =>
  row(
    isHome ? `${who} ¹` : who,
    SORTS[says],
    ...STATES.map((state) => (states.includes(state) ? '●' : '')),
    `\`${stoppedBy}\``,
  ),
).join('\n')}

¹ with the API on the shop's own origin, as a sandbox in the same app has it: there the origin alone would let it pass.
An empty place means that nobody can speak like this then: there is no payment window yet, say.

## What stops them

${row('guard', 'why')}
${row('---', '---')}
${Object.entries(GUARDS)
  .map(([name, why]) => row(`\`${name}\``, why))
  .join('\n')}

## What nothing can stop

A script that runs in the shop's own page can do all that the page can: press the button, replace \`window.open\` or
\`addEventListener\` before this library is loaded, call the shop's server, draw another page. No library keeps it out; a
Content-Security-Policy does. \`isTrusted\` stops events that careless scripts make or send again, not malice. And whatever
a browser is made to believe, nobody has paid: only the shop's server can learn that, from Instead (\`react-instead-pay/server\`).

## Addresses that look like Instead's

${row('address', 'its origin')}
${row('---', '---')}
${LOOK_ALIKES.map(([address, origin]) => row(`\`${address}\``, `\`${origin}\``)).join('\n')}

## The words
${Object.entries(WORDS)
  .map(([sort, words]) => `\n### ${SORTS[sort]}\n\n\`\`\`js\n${words.map((word) => `${word};`).join('\n')}\n\`\`\`\n`)
  .join('')}`;

  return { path, text: await format(text, { ...(await resolveConfig(join(root, path))), parser: 'markdown' }) };
}

/** The tests' tables are TypeScript, which Node 20 does not read by itself. */
async function readTables() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './spoofing-table.ts'; export * from './spoofed-messages.ts';`,
      resolveDir: join(root, 'test/message-spoofing'),
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

const number = (value) => value.toLocaleString('en');

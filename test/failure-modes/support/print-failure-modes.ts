import { FAILURE_MODE_CELLS, RECOVERED, whensOf } from '../cells.ts';
import { FAILURE_MODES, type FailureMode, type What } from '../failure-table.ts';
import { SCENARIO_CELLS, SCENARIOS, modesOf, type Scenario } from '../scenarios.ts';
import type { RenderMode } from './app.tsx';

const HEADINGS: Record<What, [heading: string, sentence: string]> = {
  script: ['The script', 'Requested on mount, or in the click with `load="lazy"`.'],
  token: ['The token', 'Requested with the script.'],
  order: [
    'The shop’s `request` function',
    'Called after the click, while the popup is open. Its time-out is `timeouts.order`.',
  ],
  session: ['The session', 'Requested after the click.'],
  popup: ['Instead’s page in the popup', 'Only the shopper sees it. A page that fails is closed by the shopper.'],
  message: ['The messages of the popup', 'The page has loaded and posts messages.'],
};

const RENDER_MODES: Record<RenderMode, string> = { react: 'React', strict: 'Strict Mode', plain: 'without React' };

const code = (outcome: string) => `\`${outcome}\``;
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function rowOf(fault: FailureMode): string[] {
  const cellFor: Record<'over' | 'before' | 'after', string> = {
    over: code(RECOVERED),
    before: code(fault.outcome),
    after: code(fault.outcome),
  };
  return [fault.how, ...whensOf(fault).map((when) => cellFor[when])];
}

function sectionOf(what: What): string {
  const faults = FAILURE_MODES.filter((fault) => fault.what === what);
  const [heading, sentence] = HEADINGS[what];
  const before = whensOf(faults[0]!).includes('before') ? ['before and after the click'] : [];
  const head = [`failure`, 'before the click only', ...before, 'after the click'];
  return `## ${heading}\n\n${sentence}\n\n${table(head, faults.map(rowOf))}\n`;
}

function scenariosOf(title: Scenario['title']): string {
  const rows = SCENARIOS.filter((scenario) => scenario.title === title).map((scenario) => [
    scenario.name,
    scenario.outcomes.map(code).join(', then ') || 'no payment',
    modesOf(scenario)
      .map((mode) => RENDER_MODES[mode])
      .join(', '),
  ]);
  return `### ${title[0]!.toUpperCase()}${title.slice(1)}\n\n${table(['event', 'outcome', 'tested with'], rows)}\n`;
}

/** Returns docs/failure-modes.md: what fails, how, when, and with which outcome. */
export function printFailureModes(): string {
  const count = FAILURE_MODE_CELLS.length + SCENARIO_CELLS.length;
  const whats = Object.keys(HEADINGS) as What[];
  const titles = [...new Set(SCENARIOS.map(({ title }) => title))];
  return `# Failure modes

Whatever fails, a payment settles once, within its time-out, and leaks nothing: no overlay, no popup, no frame after the
provider has unmounted, no listener on \`window\` or \`document\`, no timer, nothing in \`sessionStorage\`, no unhandled rejection
and no line on the console.

This page is generated from the tests (\`test/failure-modes\`) by \`npm run docs\`: ${count} of them, each in a real Chromium, also under
React's Strict Mode where a failure lasts. An outcome is written as the status with the reason, method or code.
**\`sent\` means that the request has reached the payer, not that it is paid.**

A failure before the click only has no effect on this click, whose outcome is \`${RECOVERED}\`. Where the answer is requested in
a click, the failure affected the click before this one, whose outcome is in the last column.

${whats.map(sectionOf).join('\n')}
## Changes of the page during a payment

${titles.map(scenariosOf).join('\n')}`;
}

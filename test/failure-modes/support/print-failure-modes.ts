import { FAILURE_MODE_CELLS, RECOVERED, whensOf } from '../cells.ts';
import { FAILURE_MODES, type FailureMode, type What } from '../failure-table.ts';
import { SCENARIO_CELLS, SCENARIOS, modesOf, type Scenario } from '../scenarios.ts';
import type { RenderMode } from './app.tsx';

const HEADINGS: Record<What, [heading: string, sentence: string]> = {
  script: ['The script', 'Asked for when the page comes up, or with `load="lazy"` in the click.'],
  token: ['The token', 'Asked for with the script.'],
  order: [
    'The shop’s own order function',
    'Asked after the click, while the window is open. It has no time-out of ours.',
  ],
  session: ['The session', 'Asked for after the click.'],
  popup: [
    'Instead’s page in the window',
    'Nobody but the shopper sees it. A page that fails is closed by the shopper.',
  ],
  message: ['What the window says', 'The page is up, and speaks like this.'],
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
  const before = whensOf(faults[0]!).includes('before') ? ['before the click and after it'] : [];
  const head = [`It …`, 'before the click and no longer', ...before, 'after the click'];
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
  return `### ${title[0]!.toUpperCase()}${title.slice(1)}\n\n${table(['What happens', 'ends as', 'tried with'], rows)}\n`;
}

/** What fails, how, when, and how the payment ends. */
export function printFailureModes(): string {
  const count = FAILURE_MODE_CELLS.length + SCENARIO_CELLS.length;
  const whats = Object.keys(HEADINGS) as What[];
  const titles = [...new Set(SCENARIOS.map(({ title }) => title))];
  return `# Every fault settles

Whatever fails, a payment comes to one end, within its time-out, and leaves nothing behind: no overlay, no window, no frame once
the provider is gone, no listener on \`window\` or \`document\`, no timer, nothing in \`sessionStorage\`, no unhandled rejection, no
word on the console.

This page is generated from the tests (\`test/failure-modes\`) by \`npm run docs\`: ${count} of them, each in a real Chromium, under React's
Strict Mode as well where a fault lasts. An outcome is written as status and reason, method or code.
**\`sent\` means that somebody has been asked, not that anybody has paid.**

A fault that strikes before the click and no longer leaves nothing to be seen of it: this click is \`${RECOVERED}\`. Where the
answer is asked for after a click alone, it struck the click before this one, and that one ended as the last column says.

${whats.map(sectionOf).join('\n')}
## What happens to the page in mid-payment

${titles.map(scenariosOf).join('\n')}`;
}

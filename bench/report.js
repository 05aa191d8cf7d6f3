import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { root } from '../scripts/run.js';

/** What was measured, as Markdown. */
export function toReport(tables, { chromium, date = new Date() }) {
  const [cpu] = cpus();
  return [
    '# How it measures up',
    '',
    'Written by `npm run bench`. Every figure is a median, and every ratio one of medians of the same run: below 1 this library is the ' +
      'smaller or the faster one. Milliseconds are this machine’s; ratios can be compared.',
    '',
    `- ${date.toISOString().slice(0, 10)}, commit ${commit()}`,
    `- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`,
    `- Node ${process.versions.node}, Chromium ${chromium}`,
    `- load average at the end ${loadavg()[1].toFixed(1)}: a quiet machine has less than one`,
    '',
    '## What has changed',
    '',
    readFileSync(new URL('since.md', import.meta.url), 'utf8').trim(),
    ...tables.flatMap(({ title, note, head, rows }) => ['', `## ${title}`, '', note, '', ...toTable(head, rows)]),
    '',
  ].join('\n');
}

function toTable(head, rows) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const toLine = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [toLine(head), toLine(widths.map((width) => '-'.repeat(width))), ...rows.map(toLine)];
}

function commit() {
  try {
    const git = (...args) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--', 'src') ? ' and changes' : '');
  } catch {
    return 'unknown';
  }
}

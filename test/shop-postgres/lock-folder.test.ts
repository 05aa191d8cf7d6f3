import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';

const STARTERS = 20;
const ROUNDS = 100;

const source = new URL('../../examples/nextjs/db/lock-folder.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'lock-'));
let starters: ChildProcess[] = [];

const program = `
import { lockFolder } from './lock-folder.mjs';
let unlock;
process.on('message', ({ folder }) => {
  unlock?.();
  unlock = undefined;
  if (!folder) return process.send('unlocked');
  try {
    unlock = lockFolder(folder);
    process.send('won');
  } catch (error) {
    process.send(error.message);
  }
});
process.send('ready');
`;

const start = async (): Promise<ChildProcess> => {
  const child = fork(join(folder, 'starter.mjs'));
  await answerOf(child);
  return child;
};
const answerOf = (child: ChildProcess) =>
  new Promise<string>((resolve) => child.once('message', (answer: string) => resolve(answer)));
const ask = (child: ChildProcess, question: { folder?: string }) => {
  const answer = answerOf(child);
  child.send(question);
  return answer;
};

beforeAll(async () => {
  const { outputText } = ts.transpileModule(readFileSync(source, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(folder, 'lock-folder.mjs'), outputText);
  writeFileSync(join(folder, 'starter.mjs'), program);
  starters = await Promise.all(Array.from({ length: STARTERS }, start));
});
afterAll(() => {
  for (const child of starters) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const dead = spawnSync(process.execPath, ['-e', '']).pid;

const findings: Record<string, (data: string) => void> = {
  'no lock': () => {},
  'a stale lock': (data) => writeFileSync(`${data}.lock.7`, JSON.stringify({ pid: dead, startedAt: 'before 1' })),
  'a stale lock of an earlier version': (data) => writeFileSync(`${data}.lock`, String(dead)),
  'an empty lock': (data) => writeFileSync(`${data}.lock`, ''),
  'an empty lock with a number': (data) => writeFileSync(`${data}.lock.3`, ''),
};

test('gives the folder to one of twenty processes, a hundred times, whatever lock they find', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const names = Object.keys(findings);
    const found = names[round % names.length]!;
    const data = join(folder, `data-${round}`);
    findings[found]!(data);
    const answers = await Promise.all(starters.map((child) => ask(child, { folder: data })));
    expect([found, answers.filter((answer) => answer === 'won').length]).toEqual([found, 1]);
    const losers = answers.filter((answer) => answer !== 'won');
    const winner = starters[answers.indexOf('won')]!;
    for (const answer of losers) expect(answer).toContain(`is open in process ${winner.pid}`);
    if (round % 4 === 0) {
      // Killed, it leaves the lock behind: of the others, one gets it again.
      winner.kill('SIGKILL');
      await new Promise((resolve) => winner.once('exit', resolve));
      const others = starters.filter((child) => child !== winner);
      const second = await Promise.all(others.map((child) => ask(child, { folder: data })));
      expect(second.filter((answer) => answer === 'won')).toHaveLength(1);
      starters = [...others, await start()];
    }
    await Promise.all(starters.map((child) => ask(child, {})));
    // Unlocked, the next one gets it.
    expect(await ask(starters[0]!, { folder: data })).toBe('won');
  }
}, 240_000);

test('does not take the number of a process for the process that had it', async () => {
  const data = join(folder, 'data-reused');
  writeFileSync(`${data}.lock.1`, JSON.stringify({ pid: process.pid, startedAt: 'another boot 1' }));
  expect(await ask(starters[0]!, { folder: data })).toBe('won');
  // Without the start time that the system reports, a running process counts as the owner.
  const other = join(folder, 'data-alive');
  writeFileSync(`${other}.lock`, String(process.pid));
  expect(await ask(starters[0]!, { folder: other })).toContain(`is open in process ${process.pid}`);
});

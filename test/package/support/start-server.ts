import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** Starts a server, and resolves with the first group of `place` in its output. It ends with the test. */
export async function startServer(
  command: string,
  args: string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
  place: RegExp,
): Promise<string> {
  const { NODE_ENV: _env, NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env;
  const child = spawn(command, args, { cwd, env: { ...inherited, ...env } });
  const ended = once(child, 'exit');
  onTestFinished(async () => {
    // Some wait for the requests in progress, and one that was cut off never ends.
    child.kill('SIGKILL');
    await ended;
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += data.toString();
      const [, found] = place.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
  });
}

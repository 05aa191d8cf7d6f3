import { spawn } from 'node:child_process';
import { once } from 'node:events';

interface Program {
  /** The address that it printed. */
  origin: string;
  stop: () => Promise<unknown>;
}

/** Starts a Node program that keeps running, and waits until it has printed its address: the pattern's first group. */
export async function startProgram(
  args: string[],
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
  place: RegExp,
): Promise<Program> {
  const child = spawn(process.execPath, args, { cwd, env: env ?? process.env });
  const origin = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (data: Buffer) => {
      output += data.toString();
      const [, found] = place.exec(output) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => reject(new Error(`It ended: ${output}`)));
  });
  return {
    origin,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

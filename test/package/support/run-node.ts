import { execFile } from 'node:child_process';

interface RunOptions {
  cwd: string;
  env?: Record<string, string>;
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a program until it exits. Does not throw: the test reads the exit code. */
export function run(file: string, args: string[], { cwd, env = {} }: RunOptions): Promise<Ran> {
  // The test runner's environment is not that of a shop.
  const { NODE_ENV: _env, NODE_OPTIONS: _options, VITEST: _vitest, ...inherited } = process.env;
  return new Promise((resolve) => {
    const settings = { cwd, env: { ...inherited, ...env }, maxBuffer: 64 * 1024 * 1024 };
    execFile(file, args, settings, (error, out, err) => {
      resolve({ code: error ? Number(error.code) || 1 : 0, out, err });
    });
  });
}

/** Runs Node until it exits. */
export const runNode = (args: string[], options: RunOptions): Promise<Ran> => run(process.execPath, args, options);

/** Runs the source of an ES module as if it were in the folder. */
export const runModule = (code: string, options: RunOptions, flags: string[] = [], args: string[] = []): Promise<Ran> =>
  runNode([...flags, '--input-type=module', '--eval', code, ...args], options);

/** The same for CommonJS. */
export const runScript = (code: string, options: RunOptions, flags: string[] = [], args: string[] = []): Promise<Ran> =>
  runNode([...flags, '--input-type=commonjs', '--eval', code, ...args], options);

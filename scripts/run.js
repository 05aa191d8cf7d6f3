import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The library's folder, and the shop's. */
export const root = fileURLToPath(new URL('..', import.meta.url));
export const shop = fileURLToPath(new URL('../examples/nextjs', import.meta.url));

/** What every command runs under. */
const baseEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };

export { baseEnv as env };

// Ctrl-C, `kill`, and a terminal that is closed.
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Prints what the command is doing, so that a user sees what it waits for. */
export function log(sentence) {
  console.log(`\n\u001b[1m${sentence}\u001b[0m`);
}

/** Exits with a message rather than a stack trace: it is for the user of the command. */
export function fail(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

/**
 * Runs a command to its end. Rejects unless it went well.
 *
 * `isBuffered`: prints what it wrote once it has ended, so that it does not mix with another command's output.
 * `isGroup`: Ctrl-C does not reach it; the caller ends it.
 */
export function run(
  command,
  args,
  { cwd = root, env = baseEnv, stdio = 'inherit', isBuffered = false, isGroup = false } = {},
) {
  // On Windows npm is a batch file, which only a shell can start.
  const shell = process.platform === 'win32' && command === 'npm';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: isBuffered ? ['ignore', 'pipe', 'pipe'] : stdio,
      shell,
      detached: isGroup && process.platform !== 'win32',
    });
    const output = [];
    if (isBuffered) for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
    // A command that is ended also ends what it has started.
    const stop = () => void child.kill();
    endings.forEach((name) => process.on(name, stop));
    child.on('error', reject);
    // `close` rather than `exit`: what it has written is complete by then.
    child.on('close', (code, signal) => {
      process.stdout.write(Buffer.concat(output));
      endings.forEach((name) => process.off(name, stop));
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}`));
    });
  });
}

/** Runs a tool out of a folder's node_modules. */
export const runTool = (file, args, { cwd = root, ...options } = {}) =>
  run(process.execPath, [`node_modules/${file}`, ...args], { cwd, ...options });

/** Ends a command's children with it, and waits until they are gone. */
export function endTogether(...children) {
  const gone = Promise.all(
    children.map(
      (child) => new Promise((resolve) => (child.exitCode === null ? child.on('exit', resolve) : resolve())),
    ),
  );
  const stop = () => children.forEach((child) => child.kill('SIGTERM'));
  // One that ends by itself ends the others, with its exit code.
  children.forEach((child) =>
    child.on('exit', (code) => {
      process.exitCode ??= code ?? 0;
      stop();
    }),
  );
  for (const name of endings) {
    process.on(name, () => {
      process.exitCode = 0;
      stop();
    });
  }
  // npm starts a command through a shell, and the shell may be ended without passing it on.
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid === parent) return;
    // Once: a second signal would end the shop in the middle of a request.
    clearInterval(orphaned);
    stop();
  }, 500);
  void gone.then(() => clearInterval(orphaned));
  return gone;
}

import { join } from 'node:path';
import { published, readPublished } from './published.ts';
import { startProgram } from './start-program.ts';

/** Starts the command `instead-emulator` from what was installed, on a port that is free. */
export function startEmulator(cwd: string): ReturnType<typeof startProgram> {
  const { bin } = JSON.parse(readPublished('package.json')) as { bin: Record<string, string> };
  const args = [join(published(), bin['instead-emulator']!), '--port', '0', '--language', 'ko'];
  return startProgram(args, { cwd }, /scriptSrc="(http:\/\/[^/"]+)\//);
}

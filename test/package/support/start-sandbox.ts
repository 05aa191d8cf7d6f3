import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { published, readPublished } from './published.ts';

/** Starts the command `instead-sandbox` from what was installed, on a port that is free. */
export async function startSandbox(cwd: string): Promise<{ origin: string; stop: () => Promise<unknown> }> {
  const { bin } = JSON.parse(readPublished('package.json')) as { bin: Record<string, string> };
  const child = spawn(process.execPath, [join(published(), bin['instead-sandbox']!), '--port', '0'], { cwd });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const [, found] = /scriptSrc="(http:\/\/[^/"]+)\//.exec(said) ?? [];
      if (found) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', () => reject(new Error(`The sandbox ended: ${said}`)));
  });
  return {
    origin,
    stop() {
      const gone = once(child, 'exit');
      child.kill();
      return gone;
    },
  };
}

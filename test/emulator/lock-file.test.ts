import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockFile } from '../../src/emulator/lock-file.ts';
import { serve } from '../../src/emulator/serve.ts';

let folder = '';
const path = () => join(folder, 'data.json');
const lock = () => `${path()}.lock`;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'instead-emulator-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('lets one emulator at a time use a data file', () => {
  const unlock = lockFile(path());
  expect(readFileSync(lock(), 'utf8')).toBe(`${process.pid}`);
  expect(() => lockFile(path())).toThrow(`another emulator (process ${process.pid}) uses it`);
  unlock();
  expect(existsSync(lock())).toBe(false);
  lockFile(path())();
});

it('takes over the lock of a process that is gone', async () => {
  const gone = spawn(process.execPath, ['--version']);
  await once(gone, 'close');
  writeFileSync(lock(), `${gone.pid}`);
  const unlock = lockFile(path());
  expect(readFileSync(lock(), 'utf8')).toBe(`${process.pid}`);
  unlock();
});

it.each(['', 'x', '-1', '1.5'])('takes over a lock without the number of a process: %j', (text) => {
  writeFileSync(lock(), text);
  lockFile(path())();
});

it('takes over the lock of an earlier process with its own number, as in a container that was restarted', () => {
  writeFileSync(lock(), `${process.pid}`);
  lockFile(path())();
});

it('unlocks once: the lock of the next emulator stays', () => {
  const unlock = lockFile(path());
  unlock();
  const next = lockFile(path());
  next();
  writeFileSync(lock(), '1');
  unlock();
  expect(existsSync(lock())).toBe(true);
});

it('throws when the folder does not exist', () => {
  expect(() => lockFile(join(folder, 'none/data.json'))).toThrow(/ENOENT/);
});

it('is released when the emulator is closed, or does not start with its data', async () => {
  const options = { port: 0, host: '127.0.0.1', webhookUrl: '', siteUrl: '', data: path() };
  (await serve(options)).close();
  expect(existsSync(lock())).toBe(false);
  writeFileSync(path(), '{');
  await expect(serve(options)).rejects.toThrow('saved data is invalid');
  expect(existsSync(lock())).toBe(false);
});

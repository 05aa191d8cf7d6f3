import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { EmulatorStorage } from './saved-data.ts';

/**
 * Creates a storage in a file. A text is written to a second file, which then takes the first one's place: a crash leaves the old
 * text or the new one. Both methods throw if the file cannot be read or written; a missing file is empty.
 */
export function createFileStorage(path: string): EmulatorStorage {
  return {
    read() {
      try {
        return readFileSync(path, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write(text) {
      const next = `${path}.tmp`;
      // It contains names and orders.
      const file = openSync(next, 'w', 0o600);
      try {
        writeSync(file, text);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(next, path);
    },
  };
}

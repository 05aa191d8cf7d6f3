import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { shop } from '../../../scripts/run.js';
import { buildLibrary, install, packLibrary } from '../../../scripts/setup.js';
import { DATABASES, ROOT, SERVERS, TOOLS, TYPESCRIPTS } from './paths.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The tarball that `npm publish` would upload. */
    tarball: string;
    /** A folder in which only the library and React are installed. */
    consumer: string;
  }
}

/** Packs the library once, and installs it in an empty folder. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  await install(TOOLS);
  await install(SERVERS);
  await install(DATABASES);
  await install(TYPESCRIPTS);
  // Its Next.js is also used here.
  await install(shop);
  await buildLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'react-instead-pay-package-'));
  const { tarball, unpacked } = await packLibrary(folder);
  const consumer = join(folder, 'consumer');
  mkdirSync(join(consumer, 'node_modules'), { recursive: true });
  renameSync(unpacked, join(consumer, 'node_modules/react-instead-pay'));
  for (const name of ['react', 'react-dom']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(consumer, 'node_modules', name), 'junction');
  }
  project.provide('tarball', tarball);
  project.provide('consumer', consumer);
  return () => rmSync(folder, { recursive: true, force: true });
}

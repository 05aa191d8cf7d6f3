import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Puts the built package beside its peers. Not as a link, through which it would find another React. */
export function placeLibrary() {
  const placed = path('node_modules/react-instead-pay');
  rmSync(placed, { recursive: true, force: true });
  for (const name of ['package.json', 'dist']) cpSync(path(`../${name}`), `${placed}/${name}`, { recursive: true });
}

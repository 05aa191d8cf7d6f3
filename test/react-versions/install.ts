import { install } from '../../scripts/setup.js';
import { folderOfReact, REACT_VERSIONS } from './react-versions.ts';

let installing: Promise<void> | undefined;

/** Installs the older Reacts, once for all the projects that use them. */
export default function installReacts(): Promise<void> {
  return (installing ??= REACT_VERSIONS.reduce(
    (before, version) => before.then(() => install(folderOfReact(version))),
    Promise.resolve(),
  ));
}

import { fileURLToPath } from 'node:url';

/** Besides the newest, which is in package.json: the oldest we promise, the last of 18, and the first of 19. */
export const REACT_VERSIONS = ['18.2', '18.3', '19.0'];

/** Where one of them is installed, by its own lock file. */
export const folderOfReact = (version: string): string => fileURLToPath(new URL(version, import.meta.url));

/** Leads `react`, `react-dom` and what is below them to one of these versions, in the code and in what it is tested with. */
export const aliasReact = (version: string) => [
  { find: /^(react|react-dom)(\/.*)?$/, replacement: `${folderOfReact(version)}/node_modules/$1$2` },
  // Its other file asks for React with `require`, which no alias can lead elsewhere.
  { find: /^@testing-library\/react$/, replacement: '@testing-library/react/dist/@testing-library/react.esm.js' },
];

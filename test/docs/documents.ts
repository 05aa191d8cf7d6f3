import { printFaults } from './print-faults.ts';

/** The pages in docs/ that are printed from the tests: one function for each. `npm run docs` writes them. */
export const DOCUMENTS: Record<string, () => string> = {
  'docs/faults.md': printFaults,
};

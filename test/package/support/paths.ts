import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the tools are that the package is tried with. */
export const TOOLS = fileURLToPath(new URL('../tools', import.meta.url));
/** Where the compilers are that its types are read by. */
export const TYPESCRIPTS = fileURLToPath(new URL('../typescript', import.meta.url));

import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the tools are that the package is tried with. */
export const TOOLS = fileURLToPath(new URL('../tools', import.meta.url));
/** Where the compilers are that its types are read by. */
export const TYPESCRIPTS = fileURLToPath(new URL('../typescript', import.meta.url));
/** Where the runtimes and server frameworks are that the webhook handler is tried in. */
export const SERVERS = fileURLToPath(new URL('../servers', import.meta.url));

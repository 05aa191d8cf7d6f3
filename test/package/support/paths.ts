import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** The folder with the tools that the package is tested with. */
export const TOOLS = fileURLToPath(new URL('../tools', import.meta.url));
/** The folder with the compilers that read the package's types. */
export const TYPESCRIPTS = fileURLToPath(new URL('../typescript', import.meta.url));
/** The folder with the database tools of docs/idempotency.md. */
export const DATABASES = fileURLToPath(new URL('../databases', import.meta.url));
/** Where the runtimes and server frameworks are that the webhook handler is tried in. */
export const SERVERS = fileURLToPath(new URL('../servers', import.meta.url));

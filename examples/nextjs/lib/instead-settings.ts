/** Where the local emulator is mounted, unless there is a client id of the real service. */
export const EMULATOR_PATH = '/instead';

/** What `<InsteadProvider>` is given. */
export interface SharedOptions {
  clientId: string;
  sandbox: boolean;
  apiUrl?: string;
  scriptSrc?: string;
}

// Read by name, so that Next does not write the builder's settings into the code: one build serves every environment.
const read = (name: string): string | undefined => process.env[`NEXT_PUBLIC_INSTEAD_${name}`] || undefined;

/** Whether the shop runs on the local emulator in its own process. On the server only: a browser has no such settings. */
export const isEmbedded = (): boolean => !read('CLIENT_ID');

/** How Instead is reached. Read on the server and handed to the browser. */
export function readSettings(): SharedOptions {
  const clientId = read('CLIENT_ID');
  if (clientId) {
    return {
      clientId,
      // Real money only when somebody has written so.
      sandbox: read('SANDBOX') !== '0',
      apiUrl: read('API_URL'),
      scriptSrc: read('SCRIPT_SRC'),
    };
  }
  return {
    clientId: 'instead-shop-example',
    sandbox: true,
    apiUrl: `${EMULATOR_PATH}/api`,
    scriptSrc: `${EMULATOR_PATH}/instead-1.0.1.js`,
  };
}

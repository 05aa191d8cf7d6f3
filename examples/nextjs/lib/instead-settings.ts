/** Where the local emulator is mounted, unless there is a client id of the real service. */
export const EMULATOR_PATH = '/instead';

/** What `<InsteadProvider>` is given. */
export interface ProviderSettings {
  clientId: string;
  sandbox: boolean;
  apiUrl?: string;
  scriptSrc?: string;
}

// Read at run time: one build serves every environment. An empty variable counts as missing.
const read = (name: `INSTEAD_${string}`): string | undefined => process.env[name] || undefined;

/** Whether the shop runs on the local emulator in its own process. On the server only: a browser has no such settings. */
export const isEmbedded = (): boolean => !read('INSTEAD_CLIENT_ID');

/** How Instead is reached. Read on the server and handed to the browser. */
export function readSettings(): ProviderSettings {
  const clientId = read('INSTEAD_CLIENT_ID');
  if (clientId) {
    return {
      clientId,
      // Real money only when it is configured.
      sandbox: read('INSTEAD_SANDBOX') !== '0',
      apiUrl: read('INSTEAD_API_URL'),
      scriptSrc: read('INSTEAD_SCRIPT_SRC'),
    };
  }
  return {
    clientId: 'instead-shop-example',
    sandbox: true,
    apiUrl: `${EMULATOR_PATH}/api`,
    scriptSrc: `${EMULATOR_PATH}/instead-1.0.1.js`,
  };
}

// Each is written out: that is how Next puts them into the browser's code when it builds.
const clientId = process.env.NEXT_PUBLIC_INSTEAD_CLIENT_ID;
const apiUrl = process.env.NEXT_PUBLIC_INSTEAD_API_URL;
const scriptSrc = process.env.NEXT_PUBLIC_INSTEAD_SCRIPT_SRC;

/** Where the pretended service is mounted, as long as there is no client id for the real one. */
export const SANDBOX_PATH = '/instead';

export const isEmbedded = !clientId;

/** What `<InsteadProvider>` is given. */
export const settings: { clientId: string; sandbox: boolean; apiUrl?: string; scriptSrc?: string } = clientId
  ? {
      clientId,
      // Real money only when somebody has written so.
      sandbox: process.env.NEXT_PUBLIC_INSTEAD_SANDBOX !== '0',
      apiUrl: apiUrl || undefined,
      scriptSrc: scriptSrc || undefined,
    }
  : {
      clientId: 'instead-shop-example',
      sandbox: true,
      apiUrl: `${SANDBOX_PATH}/api`,
      scriptSrc: `${SANDBOX_PATH}/instead-1.0.1.js`,
    };

/** A token that `<InsteadBoot>` has requested before the app's code has loaded. It is left for the provider on the shared page. */
export interface EarlyToken {
  /** The client and the API that it is for. */
  key: string;
  token: Promise<unknown>;
}

export const earlyTokenKey = (clientId: string, apiUrl: string): string => `${clientId} ${apiUrl}`;

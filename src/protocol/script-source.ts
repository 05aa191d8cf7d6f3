import { INSTEAD_API_URL, INSTEAD_SCRIPT_INTEGRITY, INSTEAD_SCRIPT_SRC } from './endpoints.ts';

export interface ScriptSource {
  addresses: readonly string[];
  integrity: string | undefined;
  nonce: string | undefined;
  /** The API that the script calls, without a slash at the end. */
  apiUrl: string;
}

export interface ScriptSourceOptions {
  scriptSrc?: string | readonly string[] | undefined;
  scriptIntegrity?: string | undefined;
  nonce?: string | undefined;
  apiUrl?: string | undefined;
}

/** Returns the addresses of the script and their hash. The pinned hash applies to the default addresses only. */
export const toScriptSource = ({ scriptSrc, scriptIntegrity, nonce, apiUrl }: ScriptSourceOptions): ScriptSource => ({
  addresses: scriptSrc === undefined ? INSTEAD_SCRIPT_SRC : [scriptSrc].flat(),
  integrity: scriptIntegrity ?? (scriptSrc === undefined ? INSTEAD_SCRIPT_INTEGRITY : undefined),
  nonce,
  apiUrl: (apiUrl ?? INSTEAD_API_URL).replace(/\/+$/, ''),
});

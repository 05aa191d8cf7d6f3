/** The base URL of Instead's API. */
export const INSTEAD_API_URL = 'https://instead.co.kr/api';

/**
 * The URLs of Instead's script, in the order they are tried. The first is pinned to a commit; the second is the guide's,
 * on a CDN that announced its shutdown in 2018. A dead host that serves a payment script invites a takeover, so both
 * URLs are checked against the same hash.
 */
export const INSTEAD_SCRIPT_SRC = [
  'https://cdn.jsdelivr.net/gh/itsmp/instead@95722669d63fcd527dedad59447f6c87847d859e/instead-1.0.1.js',
  'https://rawgit.com/itsmp/instead/master/instead-1.0.1.js',
] as const;

/** The integrity hash of the published script (5,487 bytes, UTF-8). */
export const INSTEAD_SCRIPT_INTEGRITY = 'sha384-wEQF8XFJn1iI9tztmwJFa+/5tm39sg3xIrs65Wn27Udhb9TgxkQTj9wayVyTMsJ+';

/** Where the real service answers. */
export const INSTEAD_API_URL = 'https://instead.co.kr/api';

/**
 * Where the script is served, in the order tried. The first address is pinned to a commit; the second is the guide's,
 * on a CDN that has announced its end. A dead host that serves a payment script is a takeover waiting to happen,
 * so both stand under the same hash.
 */
export const INSTEAD_SCRIPT_SRC = [
  'https://cdn.jsdelivr.net/gh/itsmp/instead@95722669d63fcd527dedad59447f6c87847d859e/instead-1.0.1.js',
  'https://rawgit.com/itsmp/instead/master/instead-1.0.1.js',
] as const;

/** The hash of the published bytes (5,487 bytes, UTF-8). */
export const INSTEAD_SCRIPT_INTEGRITY = 'sha384-wEQF8XFJn1iI9tztmwJFa+/5tm39sg3xIrs65Wn27Udhb9TgxkQTj9wayVyTMsJ+';

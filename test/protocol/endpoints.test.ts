import { expect, test } from 'vitest';
import { INSTEAD_API_URL, INSTEAD_SCRIPT_INTEGRITY, INSTEAD_SCRIPT_SRC } from '../../src/protocol/endpoints.ts';

test('the script URLs are pinned by commit first, then the guide’s URL, both with the hash of the published script', () => {
  expect(INSTEAD_API_URL).toBe('https://instead.co.kr/api');
  expect(INSTEAD_SCRIPT_SRC).toEqual([
    'https://cdn.jsdelivr.net/gh/itsmp/instead@95722669d63fcd527dedad59447f6c87847d859e/instead-1.0.1.js',
    'https://rawgit.com/itsmp/instead/master/instead-1.0.1.js',
  ]);
  expect(INSTEAD_SCRIPT_INTEGRITY).toBe('sha384-wEQF8XFJn1iI9tztmwJFa+/5tm39sg3xIrs65Wn27Udhb9TgxkQTj9wayVyTMsJ+');
});

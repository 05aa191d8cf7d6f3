import { configure } from '@testing-library/dom';

declare function afterEach(run: () => void): void;
declare function expect(value: unknown): { toEqual: (other: unknown) => void };

// A busy machine is slower than a shop's own.
configure({ asyncUtilTimeout: 30_000 });

// A console line, for instance an `act` warning, is a failure.
const consoleLines: string[] = [];
for (const method of ['error', 'warn'] as const) {
  console[method] = (...words: unknown[]) => void consoleLines.push(words.map(String).join(' '));
}
afterEach(() => expect(consoleLines.splice(0)).toEqual([]));

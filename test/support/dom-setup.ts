import '@testing-library/jest-dom/vitest';
import { version } from 'react';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// What React or the library says on the console is a failure, unless the test takes it out of the list with `takeComplaints()`.
const complaints: unknown[][] = [];

/** Everything that was said with console.error and console.warn since the test began. Taken, it is expected. */
export const takeComplaints = (): unknown[][] => complaints.splice(0);

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      // React 18 throws an error and says so as well. Whether it is thrown is for the test.
      if (version.startsWith('18.') && String(words[0]).startsWith('The above error occurred in')) return;
      complaints.push(words);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(takeComplaints(), 'console.error and console.warn').toEqual([]);
});

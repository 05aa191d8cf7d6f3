import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// What React or the library says on the console is a failure, unless the test takes it out of the list with `takeComplaints()`.
const complaints: unknown[][] = [];

/** Everything that was said with console.error and console.warn since the test began. Taken, it is expected. */
export const takeComplaints = (): unknown[][] => complaints.splice(0);

beforeEach(() => {
  complaints.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => void complaints.push(words));
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(takeComplaints(), 'console.error and console.warn').toEqual([]);
});

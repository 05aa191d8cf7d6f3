import '@testing-library/jest-dom/vitest';
import { version } from 'react';
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';

// Any call of console.error or console.warn fails the test, unless the test takes it with `takeConsoleCalls()`.
const logged: unknown[][] = [];

/** Returns and clears the console.error and console.warn calls of this test, which are then expected. */
export const takeConsoleCalls = (): unknown[][] => logged.splice(0);

beforeEach(() => {
  logged.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      // React 18 also logs the errors that it throws. Tests check the thrown error.
      if (version.startsWith('18.') && String(args[0]).startsWith('The above error occurred in')) return;
      logged.push(args);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(takeConsoleCalls(), 'console.error and console.warn').toEqual([]);
});

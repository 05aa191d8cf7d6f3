import type { TestProject } from 'vitest/node';
import { serveStorybook } from './serve-storybook.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built Storybook, with a slash at its end. */
    storybook: string;
  }
}

/** Builds the Storybook once for all test files, and serves it. */
export default async function setup({ provide }: TestProject): Promise<() => void> {
  const { address, close } = await serveStorybook();
  provide('storybook', address);
  return close;
}

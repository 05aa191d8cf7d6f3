/** Lets everything that is ready to run, run: every promise that can settle without a timer or the outside has settled. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

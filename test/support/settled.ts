/** Resolves after every promise that needs no timer or I/O has settled. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

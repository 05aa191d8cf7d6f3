// Next.js may load each route as a separate module.
export const orders = (globalThis.orders ??= new Map());

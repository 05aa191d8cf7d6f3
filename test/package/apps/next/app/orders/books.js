// A route may be loaded apart from another one.
export const orders = (globalThis.orders ??= new Map());

/** `1.23 ×`: the library's median, divided by the other's. */
export const ratio = (ours, theirs) => (theirs ? `${(ours / theirs).toFixed(2)} ×` : '–');

export const ms = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

export const bytes = (value) => value.toLocaleString('en');

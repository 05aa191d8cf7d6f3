/** `1.23 ×`: how many times the other's median ours is. */
export const ratio = (ours, theirs) => (theirs ? `${(ours / theirs).toFixed(2)} ×` : '–');

export const ms = (value) => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`;

export const bytes = (value) => value.toLocaleString('en');

/** The middle value: one slow run moves it little. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Measures every variant once a round, each round beginning with another: what the machine does meanwhile hits all alike.
 * Returns the measurements of each variant.
 */
export async function takeTurns(variants, rounds, measure) {
  const found = Object.fromEntries(variants.map((variant) => [variant, []]));
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const variant = variants[(round + turn) % variants.length];
      found[variant].push(await measure(variant, round));
    }
  }
  return found;
}

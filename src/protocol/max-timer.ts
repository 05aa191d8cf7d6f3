/** The longest delay of a browser's timer, in ms: nearly 25 days. A longer one would fire at once. */
export const MAX_TIMER = 2_147_483_647;

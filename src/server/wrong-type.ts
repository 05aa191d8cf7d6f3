/** What a developer gets besides the message of a wrong call. */
let hints: Partial<Record<'function' | 'compared' | 'request' | 'secret', string>> = {};
try {
  // As in src/errors.ts: production builds leave them out. What an operator needs is in the message itself.
  if (process.env.NODE_ENV !== 'production') {
    hints = {
      function: ' createWebhookHandler() requires it: without it a payment would be unverified or lost.',
      compared: ' Otherwise it cannot be compared. The webhook was not processed.',
      request:
        ' Pass `event.request` (SvelteKit, Astro), `c.req.raw` (Hono), or `new Request(new URL(req.originalUrl, "https://shop.example"), { method: req.method })` (Express).',
      secret: ' Without it every webhook would be accepted. Set or omit it.',
    };
  }
} catch {
  // Without a bundler there is no `process` in an edge runtime: it gets the same as a production build.
}

/** Creates the `TypeError` for a value of another type. Development builds add the hint. */
export const wrongType = (name: string, type: string, hint?: keyof typeof hints | false): TypeError =>
  new TypeError(`\`${name}\` must be a ${type}.${(hint && hints[hint]) || ''}`);

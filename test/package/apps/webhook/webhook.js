import { createShop } from './shop.mjs';

// In place of the page's own webhook.js, which has a database.
const shop = createShop(process.env.LOOKUP_URL);
export const GET = shop;
export const HEAD = shop;

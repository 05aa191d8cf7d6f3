import { createShop } from './shop.mjs';

const shop = createShop(process.env.LOOKUP_URL);
const { port } = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: shop });
console.log(`http://127.0.0.1:${port}`);

import { createShop } from './shop.mjs';

const shop = createShop(Deno.env.get('LOOKUP_URL'));
Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(`http://127.0.0.1:${port}`) }, shop);

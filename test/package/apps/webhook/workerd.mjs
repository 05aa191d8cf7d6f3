import { createShop } from './shop.mjs';

let shop;
export default { fetch: (request, { LOOKUP_URL }) => (shop ??= createShop(LOOKUP_URL))(request) };

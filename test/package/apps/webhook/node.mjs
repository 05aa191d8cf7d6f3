import { createServer } from 'node:http';
import { createShop } from './shop.mjs';

const shop = createShop(process.env.LOOKUP_URL);
const server = createServer(async ({ url, method }, response) => {
  const answer = await shop(new Request(new URL(url, 'https://shop.example'), { method }));
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
